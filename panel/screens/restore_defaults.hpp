// System Administration > Restore Default Settings: each group asks, and restores.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen restore_defaults_screen();

}  // namespace paneltwin::panel
