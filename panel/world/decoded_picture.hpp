// A picture's pixels, as its file had them.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "panel/world/original_file.hpp"

namespace paneltwin::panel {

inline constexpr std::size_t picture_limit = 60'000'000;  // pixels

struct Decoded {
  int width = 0, height = 0;
  double dpi = 0;  // 0: it does not say
  std::vector<std::uint8_t> rgb;
};

/// As a sheet of its own size, or of A4 when it has none that can be believed. Failure: memory_full.
device::Result<std::unique_ptr<OriginalFile>> sheet_of(const Decoded& picture);

}  // namespace paneltwin::panel
