// System Administration > Firmware Update > Update, and what the glass says while the machine restarts.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen firmware_update_screen();
/// The whole glass, while the machine is out of reach.
void show_restarting(Ui& ui, const device::State& state, const device::Catalogue& words);

}  // namespace paneltwin::panel
