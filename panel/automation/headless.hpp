// The panel's loop without a window: sleeps until a snapshot, an action or a caret asks for a frame.
#pragma once

#include <stop_token>

#include "panel/automation/driver.hpp"
#include "panel/panel.hpp"

namespace paneltwin::panel {

/// Returns when a stop is requested. Owner's thread.
void run_headless(Panel& panel, Driver& driver, std::stop_token stop);

}  // namespace paneltwin::panel
