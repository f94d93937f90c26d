// A job that waits or is being carried out.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "device/command.hpp"
#include "device/fax/fax_request.hpp"
#include "device/jobs/job_record.hpp"

namespace paneltwin::device {

class JobQueue;
struct QueuedJob;
struct Flow;
using JobDone = std::move_only_function<void(Result<void>)>;

/// The parts of the machine that a job needs for itself, so that a scan goes on while a print waits for paper.
struct JobNeeds {
  bool scanner = false, printer = false, line = false;  // `line`: mail, network and fax, one after another
};

struct QueuedJob {
  JobRecord record;
  std::vector<FolderTarget> folders;  // that a scan is saved into
  std::optional<ScanRequest> scan;    // nothing for a job taken up after a power failure: its pages are in the spool
  std::optional<FaxResolution> fax;   // the pages are for fax machines
  std::string sheet;                  // what a status sheet job prints: a file of assets/sheets/
  /// Carries the job out; nothing for one taken up after a power failure, which is known by its type.
  std::function<Flow(JobQueue&, std::shared_ptr<QueuedJob>, JobDone)> run;
  JobNeeds needs;
  bool at_work = false;
  bool goes_first = false;                    // a copy of somebody who interrupted what printed
  std::move_only_function<void(bool)> go_on;  // while the job stands still for such copies; false: canceled
  std::stop_source stop;                      // asked for by CancelJob
  std::vector<Reply> cancelers;               // told when the job has ended
};

}  // namespace paneltwin::device
