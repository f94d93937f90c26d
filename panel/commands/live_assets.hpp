// What designers save shows on the running panel: their overlay folder and the built-in assets are both watched.
#pragma once

#include <memory>

#include "device/assets_watch.hpp"
#include "panel/automation/driver.hpp"

namespace paneltwin::panel {

/// Reloads the driver's panel when a file of `assets` is saved; what is wrong with it goes to standard error, once, and
/// is in the panel's faults(). Null, said in a line, where the system cannot watch. `assets` and `driver` outlive it.
std::unique_ptr<device::AssetsWatch> watch_assets(const device::Assets& assets, Driver& driver);

}  // namespace paneltwin::panel
