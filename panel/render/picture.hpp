// A picture in memory, as read back from the glass.
#pragma once

#include <cstdint>
#include <vector>

namespace paneltwin::panel {

/// 8-bit RGBA, rows from the top.
struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;
  bool operator==(const Picture&) const = default;
};

}  // namespace paneltwin::panel
