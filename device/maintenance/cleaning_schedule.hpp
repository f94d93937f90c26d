// System Administration > Printer Head Cleaning Schedule: the head is cleaned every so many days.
#pragma once

#include <optional>

#include "device/core.hpp"
#include "device/jobs/job_queue.hpp"

namespace paneltwin::device {

/// Loop only.
class CleaningSchedule {
 public:
  CleaningSchedule(Core& core, JobQueue& jobs) : core_(core), jobs_(jobs) {}
  ~CleaningSchedule() { stop(); }
  CleaningSchedule(const CleaningSchedule&) = delete;
  CleaningSchedule& operator=(const CleaningSchedule&) = delete;

  /// `kept` is the store's: when the last one was.
  void take_up(const SettingValues& kept);
  /// A schedule that is new begins to count now.
  void settings_changed();

 private:
  [[nodiscard]] std::chrono::days every() const;
  void arm();
  void stop();
  void is_due();

  Core& core_;
  JobQueue& jobs_;
  std::chrono::days armed_for_{0};
  Instant last_{};
  std::optional<Clock::TimerId> timer_;
};

}  // namespace paneltwin::device
