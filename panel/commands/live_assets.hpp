// What designers save shows on the running machine: their overlay folder and the built-in assets are both watched.
#pragma once

#include <memory>

#include "device/assets_watch.hpp"
#include "panel/automation/driver.hpp"
#include "panel/machine.hpp"

namespace paneltwin::panel {

/// Reloads the machine and the driver's panel when a file of the assets is saved; what is wrong with it goes to
/// standard error, once, and is in the panel's faults(). Null, said in a line, where the system cannot watch. Both
/// outlive it.
std::unique_ptr<device::AssetsWatch> watch_assets(Machine& machine, Driver& driver);

/// Reads what the start of `machine` left for later, and tells what is wrong with it in the same way. Any thread but
/// the loop's.
void read_rest(Machine& machine, Driver& driver);

}  // namespace paneltwin::panel
