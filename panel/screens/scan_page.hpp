// Scan > Email, Network Folder/FTP and Memory Device: where to, how, and Send.
#pragma once

#include "device/jobs/scan_request.hpp"
#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen scan_email_screen();
/// The same, with Scan Settings in front.
Screen scan_email_settings_screen();
Screen scan_folder_screen();
Screen scan_memory_device_screen();
/// With the settings of a preset.
Screen scan_screen_with(const device::ScanRequest& scan);

}  // namespace paneltwin::panel
