// While a job that was just started is under way: what it is at, Cancel, and Close once the sheets are read.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen job_progress(device::ReceiptNumber receipt);

}  // namespace paneltwin::panel
