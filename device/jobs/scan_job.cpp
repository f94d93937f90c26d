#include "device/jobs/scan_job.hpp"

#include "device/text/ascii.hpp"

namespace paneltwin::device {

Flow scan_job(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done) {
  if (!job->record.spooled) {
    auto scanned = co_await Answer<Result<void>>(
        queue.core(), [&](JobDone scanned_done) { scan_to_spool(queue, job, std::move(scanned_done)); });
    if (!scanned) {
      done(std::move(scanned));
      co_return;
    }
  }
  auto sent = co_await Answer<Result<void>>(queue.core(), [&](JobDone sent_done) {
    if (job->record.job.type == JobType::scan_to_my_folder) return save_from_spool(queue, job, std::move(sent_done));
    send_from_spool(queue, job, std::move(sent_done));
  });
  done(std::move(sent));
}

std::string file_name_for(const ScanRequest& scan, Instant at) {
  std::string digits;  // of "2026-11-23T09:30:00Z"
  for (const char c : to_iso8601(at)) {
    if (is_digit(c)) digits += c;
  }
  return scan.file_name_prefix + (scan.add_date ? digits.substr(0, 8) : "") + (scan.add_time ? digits.substr(8) : "");
}

}  // namespace paneltwin::device
