// Scan > Email: to whom, how, and Send.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen scan_email_screen();
/// The same, with Scan Settings in front.
Screen scan_email_settings_screen();

}  // namespace paneltwin::panel
