// Whether what a flow expects is so now.
#pragma once

#include <string>

#include "panel/automation/flow.hpp"
#include "panel/machine.hpp"
#include "panel/panel.hpp"

namespace paneltwin::panel {

bool holds(const Expectation& expected, Machine& machine, const Panel& panel);
/// What is there instead, for the report.
std::string what_is_there(const Expectation& expected, Machine& machine, const Panel& panel);

}  // namespace paneltwin::panel
