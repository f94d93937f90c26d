// Interrupt (panel facts 1.2): somebody's copy goes before what prints. How it works in detail is inferred.
#pragma once

#include <algorithm>
#include <vector>

#include "device/jobs/job.hpp"

namespace paneltwin::device {

struct Interruption {
  ReceiptNumber receipt = 0;  // of the job that makes room
  bool stands = false;        // it has come to the end of its sheet
  bool operator==(const Interruption&) const = default;
};

/// Under way, and of sheets: a print or a copy. What it is scanning it scans to the end; what waits for paper makes no
/// room.
inline bool can_be_interrupted(const Job& job) {
  const bool prints =
      job.type == JobType::copy || job.type == JobType::print || job.type == JobType::print_from_memory_device;
  const bool works =
      job.phase == JobPhase::scanning || job.phase == JobPhase::processing || job.phase == JobPhase::printing;
  return prints && works;
}

inline bool can_be_interrupted(const std::vector<Job>& active) {
  return std::ranges::any_of(active, [](const Job& job) { return can_be_interrupted(job); });
}

}  // namespace paneltwin::device
