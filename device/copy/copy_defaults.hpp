// What Copy begins with: User Settings > Copy.
#pragma once

#include "device/copy/copy_request.hpp"
#include "device/settings/settings.hpp"

namespace paneltwin::device {

/// As the settings copy-… say; what none says stays as CopyRequest has it.
CopyRequest default_copy(const Settings& settings);

}  // namespace paneltwin::device
