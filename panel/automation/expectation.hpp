// Whether what a flow expects is so now.
#pragma once

#include <string>

#include "panel/automation/flow.hpp"
#include "panel/machine.hpp"
#include "panel/ui/tree.hpp"

namespace paneltwin::panel {

/// `glass` is the panel's tree. Any thread but the loop's.
bool holds(const Expectation& expected, Machine& machine, const Node& glass);
/// What is there instead, for the report; `screen` is the one on top.
std::string what_is_there(const Expectation& expected, Machine& machine, const Node& glass, const std::string& screen);

}  // namespace paneltwin::panel
