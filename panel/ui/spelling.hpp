// "Did you mean" under the panel's own names.
#pragma once

#include "device/text/spelling.hpp"

namespace paneltwin::panel {
using device::did_you_mean;
using device::nearest;
}  // namespace paneltwin::panel
