// Scan > Network Folder/FTP and Scan > Memory Device, from the original to the files.
#pragma once

#include <memory>

#include "device/flow.hpp"
#include "device/jobs/job_queue.hpp"

namespace paneltwin::device {

/// Failures: those of scan_to_spool() and of the port.
Flow save_to_folders_job(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done);
Flow save_to_memory_device_job(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done);

}  // namespace paneltwin::device
