// The network status sheet, from the machine's state to the output tray.
#pragma once

#include <memory>

#include "device/flow.hpp"
#include "device/jobs/job_queue.hpp"

namespace paneltwin::device {

/// Failures: output_failed, canceled.
Flow sheet_job(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done);

}  // namespace paneltwin::device
