// Memory Device > Print: a file of the memory device onto paper.
#pragma once

#include "device/jobs/job_queue.hpp"
#include "device/memory/memory_print.hpp"

namespace paneltwin::device {

/// The receipt number, once the job is in the store. Failures: invalid_value, memory_device_removed, store_failed.
Result<ReceiptNumber> print_from_memory_device(JobQueue& queue, const MemoryPrintRequest& print);

}  // namespace paneltwin::device
