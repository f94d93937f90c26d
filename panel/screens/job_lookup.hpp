// A job of the snapshot by its receipt number.
#pragma once

#include "device/state.hpp"

namespace paneltwin::panel {

/// Active or in the log; nothing when it is neither. Lives as long as the snapshot.
const device::Job* find_job(const device::State& state, device::ReceiptNumber receipt);

}  // namespace paneltwin::panel
