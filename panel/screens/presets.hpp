// Presets: settings of copies and scans by name, to load again.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen presets_screen();

}  // namespace paneltwin::panel
