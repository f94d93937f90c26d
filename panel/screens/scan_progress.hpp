// While a scan goes out: what it is at, Cancel, and Close once the sheets are read.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen scan_progress(device::ReceiptNumber receipt);

}  // namespace paneltwin::panel
