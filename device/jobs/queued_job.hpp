// A job that waits or is being carried out.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "device/command.hpp"
#include "device/jobs/job_record.hpp"

namespace paneltwin::device {

struct QueuedJob {
  JobRecord record;
  std::optional<ScanRequest> scan;  // nothing for a job taken up after a power failure: its pages are in the spool
  std::stop_source stop;            // asked for by CancelJob
  std::vector<Reply> cancelers;     // told when the job has ended
};

using JobDone = std::move_only_function<void(Result<void>)>;

}  // namespace paneltwin::device
