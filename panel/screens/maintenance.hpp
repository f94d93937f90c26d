// Maintenance of the print head: what it does, and Start.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen nozzle_check_screen();
Screen head_cleaning_screen();
Screen head_alignment_screen();

}  // namespace paneltwin::panel
