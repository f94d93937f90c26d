// A sheet of paper on its way through the machine: the job stands still while something is in its way.
#pragma once

#include <memory>

#include "device/flow.hpp"
#include "device/jobs/job_queue.hpp"

namespace paneltwin::device {

/// Name the sheet before the co_await: what is written inside it GCC 12 destroys twice. co_await gives true when the
/// sheet has been taken from its source, and ink and counters with it; false when the job was canceled while it waited.
Answer<bool> feed_sheet(JobQueue& queue, const std::shared_ptr<QueuedJob>& job, const SheetOfPaper& sheet);

}  // namespace paneltwin::device
