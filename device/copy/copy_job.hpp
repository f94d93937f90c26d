// Copy: from the original on the glass or in the feeder to the output tray.
#pragma once

#include "device/copy/copy_request.hpp"
#include "device/jobs/job_queue.hpp"

namespace paneltwin::device {

/// The receipt number, once the job is in the store. Failures: invalid_value, no_original, scanner_error, store_failed.
Result<ReceiptNumber> start_copy(JobQueue& queue, const CopyRequest& copy);

}  // namespace paneltwin::device
