#include "panel/screens/scan_progress.hpp"

#include <algorithm>

#include "panel/screens/dialog.hpp"
#include "panel/screens/job_lookup.hpp"
#include "panel/screens/progress_box.hpp"
#include "panel/screens/stage.hpp"
#include "panel/screens/status_words.hpp"

namespace paneltwin::panel {

static constexpr const char* sheet_id = "scan-progress";

/// The machine's own notice about the job says it; otherwise the problem and what to do.
static void tell_failure(const Context& context, const device::Job& job) {
  const bool noticed =
      std::ranges::any_of(context.state.notices, [&](const auto& n) { return n.receipt == job.receipt; });
  if (!noticed && job.failure) context.stage.ask(job_failure_message(context, *job.failure));
}

static void tell_end(const Context& context, const device::Job& job) {
  context.stage.close_sheet(sheet_id);
  switch (job.result) {
    case device::JobResult::completed:
      return context.stage.say(context.text("scan.sent"));
    case device::JobResult::canceled:
      return context.stage.say(context.text("scan.canceled"));
    case device::JobResult::failed:
      return tell_failure(context, job);
    case device::JobResult::none:
      break;
  }
}

static std::string detail_words(const Context& context, const device::Job& job) {
  if (job.phase == device::JobPhase::scanning && job.pages_done > 0) {
    return context.text("scan.pages_done", {{"count", std::to_string(job.pages_done)}});
  }
  if (job.phase == device::JobPhase::sending && !job.destinations.empty()) {
    const auto more = job.destinations.size() - 1;
    const auto& first = job.destinations.front();
    return more == 0 ? first : context.text("scan.and_more", {{"first", first}, {"count", std::to_string(more)}});
  }
  return {};
}

Screen scan_progress(device::ReceiptNumber receipt) {
  return {sheet_id, [receipt, canceling = false, told = false](Ui& ui, const Context& context, const Rect&) mutable {
            const auto* job = find_job(context.state, receipt);
            if (!job || told) return context.stage.close_sheet(sheet_id);
            if (job->phase == device::JobPhase::ended) {
              told = true;
              return tell_end(context, *job);
            }
            ProgressBox box{.id = sheet_id,
                            .title = canceling ? context.text("job.canceling") : job_status(context, *job),
                            .detail = detail_words(context, *job),
                            .may_cancel = !canceling};
            if (job->phase == device::JobPhase::scanning && job->pages_total > 0) {
              box.share = static_cast<double>(job->pages_done) / job->pages_total;
            }
            if (job->phase == device::JobPhase::sending) box.close_text = context.text("button.close");
            const auto tap = progress_box(ui, context, box);
            if (tap == ProgressTap::close) context.stage.close_sheet(sheet_id);
            if (tap != ProgressTap::cancel) return;
            canceling = true;
            context.post(device::command::CancelJob{receipt}, say_when_refused());
          }};
}

}  // namespace paneltwin::panel
