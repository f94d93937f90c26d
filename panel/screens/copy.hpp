// Copy: how many, how, and Start.
#pragma once

#include "device/copy/copy_request.hpp"
#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen copy_screen();
/// With the settings of a preset.
Screen copy_screen_with(const device::CopyRequest& copy);

}  // namespace paneltwin::panel
