// Interrupt: what prints stands still between two sheets, and copies that are made meanwhile go first.
#include <algorithm>

#include "device/jobs/job_queue.hpp"

namespace paneltwin::device {

Result<void> JobQueue::interrupt(bool on) {
  auto& interruption = core_.state.interruption;
  if (on == interruption.has_value()) return {};
  if (on) {
    const auto found = std::ranges::find_if(
        jobs_, [](const auto& job) { return job->at_work && !job->go_on && can_be_interrupted(job->record.job); });
    if (found == jobs_.end()) return fail(FailureKind::not_found);
    interruption = Interruption{.receipt = (*found)->record.job.receipt};
  } else {
    interruption.reset();
    carry_out_soon();
  }
  core_.publish();
  return {};
}

bool JobQueue::makes_room(const QueuedJob& job) const {
  const auto& interruption = core_.state.interruption;
  return interruption && interruption->receipt == job.record.job.receipt;
}

void JobQueue::stand(const std::shared_ptr<QueuedJob>& job, std::move_only_function<void(bool)> go_on) {
  job->go_on = std::move(go_on);
  job->needs.scanner = false;  // its originals have been read
  job->record.job.phase = JobPhase::paused;
  core_.state.interruption->stands = true;
  show();
  carry_out_soon();
}

bool JobQueue::stays(const QueuedJob& job) const {
  return makes_room(job) ||
         std::ranges::any_of(jobs_, [](const auto& other) { return other->goes_first && !other->go_on; });
}

std::vector<std::shared_ptr<QueuedJob>> JobQueue::in_turn() const {
  auto jobs = jobs_;
  const auto rank = [](const std::shared_ptr<QueuedJob>& job) {
    if (job->at_work && !job->go_on) return 0;
    if (!job->goes_first) return 3;
    return job->go_on ? 2 : 1;  // a copy that was interrupted itself makes room too
  };
  std::ranges::stable_sort(jobs, {}, rank);
  return jobs;
}

}  // namespace paneltwin::device
