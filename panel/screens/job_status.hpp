// Job/Status: how the machine is, the jobs under way, the log, and each job's details with its code and remedy.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

/// Job Status in front.
Screen job_status_screen();
/// Device Status in front.
Screen device_status_screen();
/// Of the job that ended last.
Screen latest_job_screen();
Screen job_details_screen(device::ReceiptNumber receipt);

}  // namespace paneltwin::panel
