// Network Settings > Wi-Fi Setup > Wi-Fi Setup Wizard, and Wired LAN Setup.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen wifi_wizard_screen();
Screen wired_lan_setup_screen();

}  // namespace paneltwin::panel
