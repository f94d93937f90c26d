// Screens that only tell: rows of label and value from assets/info/.
#pragma once

#include <functional>

#include "device/info/info_sheet.hpp"
#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

/// A sheet is asked for anew each frame: its file may have been saved meanwhile. Null once it is gone.
using ReadSheet = std::function<const device::InfoSheet*()>;

/// `id` is the sheet's; its title is the text "screen.<id>".
Screen info_screen(const std::string& id, ReadSheet sheet);

}  // namespace paneltwin::panel
