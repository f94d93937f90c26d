// Between two sheets: where somebody has pressed Interrupt the job stands still.
#pragma once

#include <memory>

#include "device/flow.hpp"
#include "device/jobs/job_queue.hpp"

namespace paneltwin::device {

/// co_await gives true when the job may go on with its next sheet; false when it was canceled while it stood.
Answer<bool> make_room(JobQueue& queue, const std::shared_ptr<QueuedJob>& job);

}  // namespace paneltwin::device
