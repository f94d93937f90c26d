// The reader of YAML assets under the panel's own names.
#pragma once

#include "device/yaml/asset_yaml.hpp"

namespace paneltwin::panel {
using device::check_keys;
using device::complaint;
using device::load_yaml;
using device::load_yaml_file;
}  // namespace paneltwin::panel
