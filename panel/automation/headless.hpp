// The panel's loop without a window: sleeps until a snapshot, an action or a caret asks for a frame.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

#include "panel/automation/driver.hpp"
#include "panel/panel.hpp"

namespace paneltwin::panel {

/// Done between frames, after whatever the driver had; answers when it wants to be called again though nothing happens.
using Between = std::function<std::optional<std::chrono::milliseconds>()>;

/// Returns when a stop is requested. Owner's thread.
void run_headless(Panel& panel, Driver& driver, const std::stop_token& stop, const Between& between = {});

}  // namespace paneltwin::panel
