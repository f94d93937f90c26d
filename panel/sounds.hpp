// What the machine lets people hear beside the click of a key: Basic Settings > Sounds.
#pragma once

#include <string_view>
#include <vector>

#include "device/state.hpp"

namespace paneltwin::panel {

/// What happened from one snapshot to the next, as far as it is to be heard: "document-set", "completed", "error",
/// "warning".
std::vector<std::string_view> sounds_between(const device::State& before, const device::State& now);

}  // namespace paneltwin::panel
