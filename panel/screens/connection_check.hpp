// Network Settings > Connection Check: starts it, shows each item, the code and what to do, and prints the report.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen connection_check_screen();

}  // namespace paneltwin::panel
