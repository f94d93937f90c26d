// User Settings: what a scan to e-mail begins with.
#pragma once

#include "device/jobs/scan_request.hpp"
#include "device/settings/setting_values.hpp"

namespace paneltwin::device {

/// What is not set, in a state made by hand, is as ScanRequest has it.
ScanRequest default_scan(const Settings& settings);

}  // namespace paneltwin::device
