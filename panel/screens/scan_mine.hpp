// Scan to My Email and Scan to My Folder: where it goes is settled by who is logged in.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

/// Where mail is sent as the user, the own sign-in comes first.
Screen scan_my_email_screen();
Screen scan_my_folder_screen();

}  // namespace paneltwin::panel
