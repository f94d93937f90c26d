// What the scanner makes of a side of paper before it is written into a file.
#pragma once

#include <cstdint>
#include <vector>

#include "device/jobs/scan_request.hpp"
#include "device/ports/originals.hpp"

namespace paneltwin::device {

/// So many millimetres in pixels of `image`.
int pixels(const Image& image, double mm);
/// `automatic` becomes color or gray, by what is on the page; everything else stays.
ColorMode color_mode_for(const Image& image, ColorMode asked);
/// One byte a pixel, rows from the top.
std::vector<std::uint8_t> to_gray(const Image& image);

/// One bit a pixel, 1 is black, the leftmost pixel in the highest bit, each row from a new byte.
struct Bits {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rows;
  [[nodiscard]] std::size_t stride() const { return (static_cast<std::size_t>(width) + 7) / 8; }
};
Bits to_bits(const Image& image);

/// False when width, height and the number of bytes do not fit each other.
bool is_whole(const Image& image);

}  // namespace paneltwin::device
