// Supply Status: how much ink is left, and room in the maintenance box.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen supply_status_screen();

}  // namespace paneltwin::panel
