// Basic Settings > Date/Time Settings > Date/Time.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen date_time_screen();

}  // namespace paneltwin::panel
