// Scan to Email from the original to the mail server.
#pragma once

#include <memory>
#include <string>

#include "device/flow.hpp"
#include "device/jobs/job_queue.hpp"
#include "device/paper/page_writer.hpp"

namespace paneltwin::device {

/// Scans, spools and sends. A job without a scan request has its pages in the spool already.
Flow scan_job(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done);

/// Reads the original into the spool; then the job is `spooled` in the store. Failures: no_original, too_large,
/// memory_full, canceled, store_failed, and the originals' own.
Flow scan_to_spool(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done);

/// Sends what is in the spool. Failures: those of MailAccount::access() and MailTransport::send(), canceled.
Flow send_from_spool(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done);

/// Moves what is in the spool into the user's folder (Scan to My Folder), under names that nothing there has. Failure:
/// memory_full.
void save_from_spool(JobQueue& queue, const std::shared_ptr<QueuedJob>& job, JobDone done);

/// Nobody else's, in the sender's domain; without angle brackets.
std::string new_message_id(const std::string& sender);

/// "SCAN20261123093000", without extension.
std::string file_name_for(const ScanRequest& scan, Instant at);

}  // namespace paneltwin::device
