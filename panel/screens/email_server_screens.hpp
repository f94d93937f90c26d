// Network Settings > Advanced > Email Server: Server Settings, and Connection Check.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen email_server_settings_screen();
Screen email_connection_check_screen();

}  // namespace paneltwin::panel
