// The values that menus show beside their rows, by name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

std::vector<std::string> shown_value_names();
/// In words; empty for an unknown name.
std::string shown_value(std::string_view name, const Context& context);

}  // namespace paneltwin::panel
