// Print: what a computer sent onto paper.
#pragma once

#include "device/jobs/job_queue.hpp"
#include "device/print/computer_print.hpp"

namespace paneltwin::device {

/// `allowed` is Access Control's word. Answers the receipt number once the job would survive a power failure; of a job
/// that is refused once it is in the log. Failures: memory_full, store_failed.
void print_from_computer(JobQueue& queue, const ComputerPrint& print, const Result<void>& allowed, Reply reply);

/// The job itself, whose file lies in the spool.
Flow computer_print_job(JobQueue& queue, std::shared_ptr<QueuedJob> job, JobDone done);

}  // namespace paneltwin::device
