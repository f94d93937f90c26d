#include "panel/screens/job_lookup.hpp"

#include <algorithm>

namespace paneltwin::panel {

const device::Job* find_job(const device::State& state, device::ReceiptNumber receipt) {
  for (const auto* jobs : {&state.active, &state.log}) {
    const auto found = std::ranges::find(*jobs, receipt, &device::Job::receipt);
    if (found != jobs->end()) return &*found;
  }
  return nullptr;
}

bool hides_persons(const Context& context) {
  return context.is_locked() && context.state.settings.is_on("protect-personal-data");
}

}  // namespace paneltwin::panel
