// JPEG from a scanned page.
#pragma once

#include <string>

#include "device/ports/originals.hpp"

namespace paneltwin::device {

/// In colour, or in gray. Failure: memory_full.
Result<std::string> encode_jpeg(const Image& image, bool color);

}  // namespace paneltwin::device
