#include "panel/screens/job_progress.hpp"

#include <algorithm>

#include "panel/screens/dialog.hpp"
#include "panel/screens/job_lookup.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/progress_box.hpp"
#include "panel/screens/stage.hpp"
#include "panel/screens/status_words.hpp"

namespace paneltwin::panel {

static constexpr const char* job_progress_id = "job-progress";

/// The machine's own notice about the job says it; otherwise the problem and what to do.
static void tell_failure(const Context& context, const device::Job& job) {
  const bool noticed =
      std::ranges::any_of(context.state.notices, [&](const auto& n) { return n.receipt == job.receipt; });
  if (!noticed && job.failure) context.stage.ask(job_failure_message(context, *job.failure));
}

static const char* done_key(device::JobType type) {
  switch (type) {
    case device::JobType::scan_to_email:
      return "scan.sent";
    case device::JobType::status_sheet:
      return "status_sheet.printed";
    case device::JobType::fax:
      return "fax.sent";
    case device::JobType::scan_to_my_email:
      return "scan.sent";
    case device::JobType::scan_to_my_folder:
      return "users.saved";
    case device::JobType::scan_to_folder:
    case device::JobType::scan_to_memory_device:
      return "scan.saved";
    case device::JobType::copy:
    case device::JobType::print:
    case device::JobType::print_from_memory_device:
    case device::JobType::maintenance:
    case device::JobType::email_notification:
      break;
  }
  return "job.done";
}

static void tell_end(const Context& context, const device::Job& job) {
  context.stage.close_sheet(job_progress_id);
  switch (job.result) {
    case device::JobResult::completed:
      return context.stage.say(context.text(done_key(job.type)));
    case device::JobResult::canceled:
      return context.stage.say(context.text("job.canceled"));
    case device::JobResult::failed:
      return tell_failure(context, job);
    case device::JobResult::none:
      break;
  }
}

static std::string detail_words(const Context& context, const device::Job& job) {
  if (job.phase == device::JobPhase::scanning && job.pages_done > 0) {
    return context.counted("scan.pages_done", job.pages_done);
  }
  if (job.phase == device::JobPhase::printing && job.pages_total > 1) {
    return std::to_string(job.pages_done) + "/" + std::to_string(job.pages_total);
  }
  if (job.phase == device::JobPhase::sending) return destination_words(context, job);
  if (job.phase == device::JobPhase::paused && !context.state.device_errors.empty()) return machine_status(context);
  return {};
}

namespace {
struct JobProgress {
  device::ReceiptNumber receipt;
  bool seen = false;  // its answer may come before the snapshot that shows it
  bool canceling = false, told = false;

  void show(Ui& ui, const Context& context);
  [[nodiscard]] ProgressBox box(const Ui& ui, const Context& context, const device::Job* job) const;
};

ProgressBox JobProgress::box(const Ui& ui, const Context& context, const device::Job* job) const {
  const device::Job waiting;
  const auto& shown = job ? *job : waiting;
  ProgressBox box{.id = job_progress_id,
                  .title = canceling ? context.text("job.canceling") : job_status(context, shown),
                  .detail = detail_words(context, shown),
                  .may_cancel = !canceling};
  const bool prints_many = shown.phase == device::JobPhase::printing && shown.pages_total > 1;
  if (prints_many || (shown.phase == device::JobPhase::scanning && shown.pages_total > 0)) {
    box.share = static_cast<double>(shown.pages_done) / shown.pages_total;
  }
  // While sheets come out, or others' are waited for, the way to the tool bar, and so to Interrupt, is free.
  const bool prints = shown.phase == device::JobPhase::printing && can_be_interrupted(shown);
  const bool waits = job && shown.phase == device::JobPhase::waiting;
  if ((tool_bar_width(ui) > 0 && (prints || waits)) || shown.phase == device::JobPhase::sending ||
      shown.phase == device::JobPhase::paused)
    box.close_text = context.text("button.close");
  return box;
}

void JobProgress::show(Ui& ui, const Context& context) {
  const auto* job = find_job(context.state, receipt);
  if (told || (seen && !job)) return context.stage.close_sheet(job_progress_id);
  seen = job != nullptr;
  if (job && job->phase == device::JobPhase::ended) {
    told = true;
    return tell_end(context, *job);
  }
  const auto tap = progress_box(ui, context, box(ui, context, job));
  if (tap == ProgressTap::close) context.stage.close_sheet(job_progress_id);
  if (tap != ProgressTap::cancel) return;
  canceling = true;
  context.post(device::command::CancelJob{receipt}, say_when_refused());
}
}  // namespace

Screen job_progress(device::ReceiptNumber receipt) {
  return {job_progress_id, [progress = JobProgress{receipt}](Ui& ui, const Context& context, const Rect&) mutable {
            progress.show(ui, context);
          }};
}

}  // namespace paneltwin::panel
