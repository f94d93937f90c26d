// Screens that only tell: rows of label and value from assets/info/.
#pragma once

#include <memory>

#include "device/info/info_sheet.hpp"
#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

/// `id` is the sheet's; its title is the text "screen.<id>".
Screen info_screen(std::string id, std::shared_ptr<const device::InfoSheet> sheet);

}  // namespace paneltwin::panel
