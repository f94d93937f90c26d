// What a page's edges should not show: the shadow of one that does not lie flat, and the holes of a binder.
#pragma once

#include "device/ports/originals.hpp"

namespace paneltwin::device {

/// Dark from an edge inward, a centimetre at most, becomes paper. `image` is whole; worker.
void remove_shadow(Image& image);
/// Dark discs of a hole punch's size near an edge become paper. `image` is whole; worker.
void remove_punch_holes(Image& image);

}  // namespace paneltwin::device
