// A scanned page as a fax machine has it: its own lines an inch, its own line length (T.4, 2.2).
#pragma once

#include "device/fax/fax_request.hpp"
#include "device/ports/originals.hpp"

namespace paneltwin::device {

/// What the page is to be scanned with.
int scan_dpi(FaxResolution resolution);
/// Gray, 1728, 2048 or 2432 dots wide (twice that at 408 an inch): white is added at both sides, or a little taken off.
/// `scanned` is whole and has scan_dpi(). Worker; heavy.
Image fax_page(const Image& scanned, FaxResolution resolution);

}  // namespace paneltwin::device
