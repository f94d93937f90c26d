#include "device/jobs/feed_sheet.hpp"

namespace paneltwin::device {

namespace {

void show(JobQueue& queue, QueuedJob& job, JobPhase phase) {
  if (std::exchange(job.record.job.phase, phase) != phase) queue.show();
}

}  // namespace

Answer<bool> feed_sheet(JobQueue& queue, const std::shared_ptr<QueuedJob>& job, const SheetOfPaper& sheet) {
  return {queue.core(), [&queue, job, sheet](Answer<bool>::Done done) {
            auto& conditions = queue.conditions();
            show(queue, *job, conditions.obstacle(sheet) ? JobPhase::paused : JobPhase::printing);
            conditions.when_printable(sheet, job->stop.get_token(),
                                      [&queue, job, sheet, done = std::move(done)](bool printable) mutable {
                                        if (printable) queue.conditions().use(sheet);
                                        if (printable) show(queue, *job, JobPhase::printing);
                                        done(printable);
                                      });
          }};
}

}  // namespace paneltwin::device
