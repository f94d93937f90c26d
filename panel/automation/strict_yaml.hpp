// The strict reader of YAML under the panel's own names.
#pragma once

#include "device/yaml/strict_yaml.hpp"
#include "panel/ui/asset_yaml.hpp"

namespace paneltwin::panel {
namespace strict = device::strict;
}
