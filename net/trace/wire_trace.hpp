// What the machine says and hears on its wires, for reports and bug reports. Off until somebody asks for it; tokens,
// passwords and codes are masked before anything is kept.
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "device/clock.hpp"

namespace paneltwin::net {

struct TraceLine {
  std::uint64_t number = 0;  // counts up
  device::Instant at{};
  std::string peer;  // "localhost:8587"
  bool sent = false;
  std::string text;
};

/// Any thread.
class WireTrace {
 public:
  static constexpr std::size_t most_lines = 5'000;  // the oldest go first
  static constexpr std::size_t longest_text = 16 << 10;

  void turn(bool on);
  void add(device::Instant at, const std::string& peer, bool sent, std::string_view text);
  [[nodiscard]] std::vector<TraceLine> lines() const;

 private:
  mutable std::mutex mutex_;
  bool is_on_ = false;
  std::uint64_t last_ = 0;
  std::deque<TraceLine> lines_;
};

/// `text` without its secrets, each in the place of stars: credentials of AUTH and PASS, authorization and cookie
/// headers, the fields of OAuth's forms and answers (RFC 6749, RFC 8628) wherever their values stand, and whatever
/// looks like a JSON Web Token.
std::string masked(std::string_view text);

/// One JSON array of {number, at, peer, sent, text}.
std::string to_json(const std::vector<TraceLine>& lines);

}  // namespace paneltwin::net
