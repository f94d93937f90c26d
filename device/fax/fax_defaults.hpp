// What Fax begins with: User Settings > Fax.
#pragma once

#include "device/fax/fax_request.hpp"
#include "device/settings/settings.hpp"

namespace paneltwin::device {

/// As the settings fax-… say; what none says stays as FaxRequest has it.
FaxRequest default_fax(const Settings& settings);

}  // namespace paneltwin::device
