#include "device/jobs/make_room.hpp"

namespace paneltwin::device {

Answer<bool> make_room(JobQueue& queue, const std::shared_ptr<QueuedJob>& job) {
  return {queue.core(), [&queue, job](Answer<bool>::Done done) {
            if (!queue.makes_room(*job) || job->stop.stop_requested()) return done(true);
            queue.stand(job, std::move(done));
          }};
}

}  // namespace paneltwin::device
