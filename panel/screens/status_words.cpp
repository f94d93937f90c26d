#include "panel/screens/status_words.hpp"

#include <algorithm>

#include "device/date_time.hpp"
#include "device/names.hpp"
#include "panel/render/icons.hpp"

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
    case device::JobPhase::processing:
      return "job.phase.processing";
    case device::JobPhase::paused:
      return "job.phase.paused";
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
  if (!state.active.empty()) {
    // Behind one that stands still for Interrupt, the copy that goes first.
    const auto works =
        std::ranges::find_if(state.active, [](const auto& job) { return job.phase != device::JobPhase::paused; });
    return context.text(phase_key((works == state.active.end() ? state.active.front() : *works).phase));
  }
  if (!state.device_warnings.empty()) return context.text(device::words_for(state.device_warnings.front()).problem);
  return context.text("status.ready");
}

StatusSign machine_sign(const Context& context, const Theme& theme) {
  if (!context.state.device_errors.empty()) return {icon::alert, theme.error};
  if (!context.state.active.empty()) return {icon::clock, theme.accent};
  if (!context.state.device_warnings.empty()) return {icon::alert, theme.warning};
  return {icon::check_circle, theme.good};
}

std::string job_type(const Context& context, device::JobType type) {
  return context.text("job.type." + std::string(device::name_of(type)));
}

std::string code_words(int code) {
  auto digits = std::to_string(code);
  return std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

int job_code(const device::Job& job) {
  const bool failed = job.result == device::JobResult::failed && job.failure;
  return failed ? device::words_for(job.failure->kind).code : 0;
}

std::string destination_words(const Context& context, const device::Job& job) {
  if (job.destinations.empty()) return {};
  const auto more = job.destinations.size() - 1;
  const auto& first = job.destinations.front();
  return more == 0 ? first : context.text("scan.and_more", {{"first", first}, {"count", std::to_string(more)}});
}

std::string date_time_words(const Context& context, device::Instant at) {
  return device::date_words(context.state, at) + " " + device::time_words(context.state, at);
}

std::string short_time_words(const Context& context, device::Instant at) {
  const bool today = device::date_words(context.state, at) == device::date_words(context.state, context.now);
  return today ? device::time_words(context.state, at) : date_time_words(context, at);
}

std::string original_words(const Context& context) {
  const auto& state = context.state;
  if (state.feeder) return context.counted("scan.in_feeder", state.feeder->pages);
  return context.text(state.glass ? "scan.on_glass" : "scan.no_original");
}

std::string job_status(const Context& context, const device::Job& job) {
  return context.text(job.phase == device::JobPhase::ended ? result_key(job.result) : phase_key(job.phase));
}

}  // namespace paneltwin::panel
