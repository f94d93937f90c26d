// JPEG from a scanned page.
#pragma once

#include <string>

#include "device/ports/originals.hpp"

namespace paneltwin::device {

inline constexpr int standard_jpeg_quality = 80;

/// In colour, or in gray; quality 1 to 100. Failure: memory_full.
Result<std::string> encode_jpeg(const Image& image, bool color, int quality = standard_jpeg_quality);

}  // namespace paneltwin::device
