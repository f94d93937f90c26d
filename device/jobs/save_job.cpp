#include "device/jobs/save_job.hpp"

#include "device/jobs/scan_job.hpp"
#include "device/memory/memory_port.hpp"

namespace paneltwin::device {

namespace {

/// The machine's own memory has a code of its own for each way that a scan goes.
Result<void> told_as(Result<void> scanned, FailureKind memory_full) {
  if (!scanned && scanned.error().kind == FailureKind::memory_full) scanned.error().kind = memory_full;
  return scanned;
}

void show_saving(JobQueue& queue, QueuedJob& job) {
  job.record.job.phase = JobPhase::sending;
  queue.show();
}

}  // namespace

Flow save_to_folders_job(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done) {
  Core& core = queue.core();
  auto saved = co_await Answer<Result<void>>(
      core, [&](JobDone scanned_done) { scan_to_spool(queue, job, std::move(scanned_done)); });
  saved = told_as(std::move(saved), FailureKind::folder_memory_full);
  if (saved) show_saving(queue, *job);
  for (const auto& folder : job->folders) {
    if (!saved) break;
    auto save = [folders = core.ports.folders, folder, files = queue.spool().files(job->record.job.receipt)] {
      return folders->save(folder, files);
    };
    saved = co_await on_worker(core, std::move(save));
    if (saved && job->stop.stop_requested()) saved = fail(FailureKind::canceled);
  }
  done(std::move(saved));
}

Flow save_to_memory_device_job(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done) {
  Core& core = queue.core();
  auto saved = co_await Answer<Result<void>>(
      core, [&](JobDone scanned_done) { scan_to_spool(queue, job, std::move(scanned_done)); });
  saved = told_as(std::move(saved), FailureKind::memory_device_memory_full);
  // Somebody may have switched the port off since the job began.
  auto* port = memory_port(core);
  if (saved && !port) saved = fail(FailureKind::memory_device_removed);
  if (saved) {
    show_saving(queue, *job);
    auto save = [stick = port, files = queue.spool().files(job->record.job.receipt)] { return stick->save(files); };
    saved = co_await on_worker(core, std::move(save));
  }
  done(std::move(saved));
}

}  // namespace paneltwin::device
