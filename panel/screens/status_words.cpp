#include "panel/screens/status_words.hpp"

namespace paneltwin::panel {

static const char* phase_key(device::JobPhase phase) {
  switch (phase) {
    case device::JobPhase::waiting:
      return "job.phase.waiting";
    case device::JobPhase::scanning:
      return "job.phase.scanning";
    case device::JobPhase::sending:
      return "job.phase.sending";
    case device::JobPhase::printing:
      return "job.phase.printing";
    case device::JobPhase::ended:
      break;
  }
  return "job.phase.ended";
}

static const char* result_key(device::JobResult result) {
  switch (result) {
    case device::JobResult::completed:
      return "job.result.completed";
    case device::JobResult::canceled:
      return "job.result.canceled";
    case device::JobResult::failed:
      return "job.result.failed";
    case device::JobResult::none:
      break;
  }
  return "job.phase.ended";
}

std::string machine_status(const Context& context) {
  const auto& state = context.state;
  if (!state.device_errors.empty()) return context.text(device::words_for(state.device_errors.front()).problem);
  if (!state.active.empty()) return context.text(phase_key(state.active.front().phase));
  return context.text("status.ready");
}

std::string job_type(const Context& context, device::JobType type) {
  switch (type) {
    case device::JobType::scan_to_email:
      return context.text("job.type.scan_to_email");
    case device::JobType::status_sheet:
      return context.text("job.type.status_sheet");
  }
  return {};
}

std::string code_words(int code) {
  auto digits = std::to_string(code);
  return std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

std::string job_status(const Context& context, const device::Job& job) {
  return context.text(job.phase == device::JobPhase::ended ? result_key(job.result) : phase_key(job.phase));
}

}  // namespace paneltwin::panel
