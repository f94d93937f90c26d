// Pages as pictures onto paper: what Copy and Memory Device print. Sheet by sheet, copy by copy, into the output tray.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "device/flow.hpp"
#include "device/jobs/job_queue.hpp"
#include "device/paper/printed_pages.hpp"

namespace paneltwin::device {

struct ImagePrint {
  int pages = 1;
  std::function<Result<Image>(int page)> read;  // worker
  JobPhase reading = JobPhase::scanning;        // what the job is at meanwhile
  std::function<Duration(int page)> time_of_page;
  PageAdjustment adjustment;
  ColorMode color = ColorMode::automatic;
  int copies = 1;
  bool two_sided = false;  // on paper
  PageLayout layout;       // its paper is chosen by the source
  std::string source;      // empty: automatic
  PrintFunction function = PrintFunction::copy;
  bool scans = true;  // counts as scanned, and a scanner error stops it
};

/// Failures: scanner_error, canceled (what was printed by then lies in the tray), output_failed, memory_full, and those
/// of `read`.
Flow print_images(JobQueue& queue, std::shared_ptr<QueuedJob> job, ImagePrint print, JobDone done);

}  // namespace paneltwin::device
