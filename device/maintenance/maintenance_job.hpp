// Maintenance of the print head: pages to look at, and time and ink to wash it.
#pragma once

#include "device/jobs/job_queue.hpp"
#include "device/maintenance/maintenance.hpp"

namespace paneltwin::device {

/// The receipt number, once the job is in the store. Failure: store_failed.
Result<ReceiptNumber> maintain(JobQueue& queue, MaintenanceAction action);

}  // namespace paneltwin::device
