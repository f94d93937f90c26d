// Settings > General Settings > Basic Settings, and other settings that are one value each.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen language_screen();
Screen sound_screen();
Screen device_name_screen();
Screen sleep_timer_screen();
Screen operation_time_out_screen();
Screen keyboard_screen();

}  // namespace paneltwin::panel
