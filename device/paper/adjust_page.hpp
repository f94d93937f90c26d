// What people ask to be done to a page after it was read: area, turn, density, background, kind of original.
#pragma once

#include "device/jobs/scan_request.hpp"
#include "device/ports/originals.hpp"

namespace paneltwin::device {

/// `image` is whole. Worker; heavy.
Image adjusted(Image image, const PageAdjustment& wanted);
/// The top left of the original, so many pixels large; white where it is smaller. Worker.
Image cut_to(const Image& image, int width, int height);
/// Nothing but paper on it, dust apart.
bool is_blank(const Image& image);

}  // namespace paneltwin::device
