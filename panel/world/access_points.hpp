// The access points around the machine, from assets/world/access-points.yaml.
#pragma once

#include <expected>
#include <vector>

#include "device/assets.hpp"
#include "device/network/wifi.hpp"

namespace paneltwin::panel {

std::expected<std::vector<device::AccessPoint>, device::FileError> load_access_points(const device::Assets& assets);

}  // namespace paneltwin::panel
