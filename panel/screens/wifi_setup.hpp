// Network Settings > Wi-Fi Setup (wizard, push button, PIN code, disable), and Wired LAN Setup.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen wifi_wizard_screen();
Screen wifi_push_button_screen();
Screen wifi_pin_screen();
Screen disable_wifi_screen();
Screen wired_lan_setup_screen();

}  // namespace paneltwin::panel
