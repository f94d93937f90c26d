#include "device/maintenance/maintenance_job.hpp"

#include "device/flow.hpp"
#include "device/jobs/feed_sheet.hpp"
#include "device/jobs/scan_job.hpp"
#include "device/maintenance/maintenance_page.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

// Inferred, like the ink that it takes.
constexpr Duration cleaning_time = 3min, print_time = 2s;
constexpr int ink_of_cleaning = 150;

Flow cleaning_job(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done) {
  job->record.job.phase = JobPhase::processing;
  queue.show();
  const bool passed = co_await pause(queue.core(), cleaning_time, job->stop.get_token());
  if (passed) queue.conditions().clean_head(ink_of_cleaning);
  done(passed ? Result<void>() : fail(FailureKind::canceled));
}

Flow page_job(JobQueue& queue, std::shared_ptr<QueuedJob> job, MaintenanceAction action, JobDone done) {
  Core& core = queue.core();
  job->record.job.pages_total = 1;
  const SheetOfPaper paper{.color = true};
  const bool fed = co_await feed_sheet(queue, job, paper);
  bool passed = false;
  if (fed) passed = co_await pause(core, print_time, job->stop.get_token());
  if (!passed) {
    done(fail(FailureKind::canceled));
    co_return;
  }
  auto print = [&tray = core.ports.tray, &words = core.words(), action, clogged = core.state.conditions.clogged,
                printed = job->record.job.started, name = job->record.job.file_name] {
    const auto pdf = maintenance_page(action, clogged, printed, words);
    return pdf ? tray.put(name, *pdf) : Result<void>(std::unexpected(pdf.error()));
  };
  auto put = co_await on_worker(core, std::move(print));
  core.set_device_error(FailureKind::output_failed, !put);
  if (put) job->record.job.pages_done = 1;
  done(std::move(put));
}

std::string_view file_prefix(MaintenanceAction action) {
  return action == MaintenanceAction::nozzle_check ? "nozzle-check-" : "head-alignment-";
}

}  // namespace

Result<ReceiptNumber> maintain(JobQueue& queue, MaintenanceAction action) {
  QueuedJob job;
  auto& shown = job.record.job;
  shown.type = JobType::maintenance;
  shown.started = queue.core().now();
  job.needs = {.printer = true};
  if (action == MaintenanceAction::head_cleaning) {
    job.run = cleaning_job;
  } else {
    shown.file_name = file_name_for({.file_name_prefix = std::string(file_prefix(action))}, shown.started) + ".pdf";
    job.run = [action](JobQueue& jobs, std::shared_ptr<QueuedJob> queued, JobDone done) {
      return page_job(jobs, std::move(queued), action, std::move(done));
    };
  }
  return queue.accept(std::move(job));
}

}  // namespace paneltwin::device
