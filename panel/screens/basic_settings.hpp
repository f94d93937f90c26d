// Settings > General Settings > Basic Settings, and Language: each is one choice.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen language_screen();
Screen sound_screen();
Screen sleep_timer_screen();
Screen operation_time_out_screen();
Screen keyboard_screen();

}  // namespace paneltwin::panel
