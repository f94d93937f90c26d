// Raises e-mail notifications: each event once, to everybody who wants to hear of it, in their language.
#pragma once

#include <set>
#include <string>

#include "device/core.hpp"
#include "device/jobs/job_queue.hpp"

namespace paneltwin::device {

/// Loop only.
class NotificationCenter {
 public:
  NotificationCenter(Core& core, JobQueue& jobs) : core_(core), jobs_(jobs) {}
  NotificationCenter(const NotificationCenter&) = delete;
  NotificationCenter& operator=(const NotificationCenter&) = delete;

  /// Which lasting events have been told already, as the store kept them.
  void take_up(std::vector<std::string> told) { told_ = {told.begin(), told.end()}; }
  /// Who is to be told of what. Failure: invalid_value ("address-1", "language-1"…).
  [[nodiscard]] Result<Prepared> prepare(const Notifications& notifications);

  /// Something has happened.
  void happened(NotifyEvent event);
  /// Something lasting has begun, or is over; what has been told of it is not told again, not after a restart either.
  /// `what` names one of its kind: "black", "cassette-1".
  void began(NotifyEvent event, const std::string& what);
  void ended(NotifyEvent event, const std::string& what);

 private:
  void tell(NotifyEvent event, const std::string& what, const SettingChanges& changes);

  Core& core_;
  JobQueue& jobs_;
  std::set<std::string> told_;  // "ink_low black"
};

}  // namespace paneltwin::device
