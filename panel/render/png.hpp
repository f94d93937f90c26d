// Pictures as PNG files, for screenshots, contact sheets and tests.
#pragma once

#include <string>
#include <string_view>

#include "device/failure.hpp"
#include "panel/render/picture.hpp"

namespace paneltwin::panel {

/// The bytes of a PNG file (RGB; the glass is opaque). An empty picture gives an empty string.
std::string to_png(const Picture& picture);
/// The same without a palette, as frames that share one header must be.
std::string to_true_colour_png(const Picture& picture);
/// Failure: invalid_value, `detail` says what is wrong with the file.
device::Result<Picture> from_png(std::string_view bytes);

}  // namespace paneltwin::panel
