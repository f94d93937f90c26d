// A job of the snapshot by its receipt number, and who may read whom it concerns.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

/// Active or in the log; nothing when it is neither. Lives as long as the snapshot.
const device::Job* find_job(const device::State& state, device::ReceiptNumber receipt);

/// Restrictions > Protection of Personal Data: addresses, users and file names are the administrator's alone
/// (inferred).
bool hides_persons(const Context& context);

}  // namespace paneltwin::panel
