// The values that menus show beside their rows, by name.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

std::vector<std::string> shown_value_names();
/// In words; empty for an unknown name.
std::string shown_value(std::string_view name, const Context& context);

/// "Off", "30 seconds", "3 minutes".
std::string time_words(const Context& context, std::chrono::seconds time);

}  // namespace paneltwin::panel
