// QR codes as squares of modules; pages and the bench draw them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paneltwin::net {

struct QrCode {
  int size = 0;                    // modules a side, without the quiet zone of four around
  std::vector<std::uint8_t> dark;  // row by row; 1 is dark
  [[nodiscard]] bool is_dark(int x, int y) const {
    return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) + static_cast<std::size_t>(x)] != 0;
  }

  /// Error correction level M. Nothing when `content` is empty or longer than a code holds.
  static std::optional<QrCode> of(const std::string& content);
};

}  // namespace paneltwin::net
