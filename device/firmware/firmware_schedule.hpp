// Firmware Update > Automatic Update and Notification: once a day, at the hour that is set, the maker is asked whether
// there is anything newer. When it is asked is inferred.
#pragma once

#include <optional>

#include "device/firmware/firmware_update.hpp"

namespace paneltwin::device {

/// Loop only.
class FirmwareSchedule {
 public:
  FirmwareSchedule(Core& core, FirmwareUpdate& update) : core_(core), update_(update) {}
  ~FirmwareSchedule() { stop(); }
  FirmwareSchedule(const FirmwareSchedule&) = delete;
  FirmwareSchedule& operator=(const FirmwareSchedule&) = delete;

  /// Begins to wait, or to wait for another hour: the settings have changed, or the machine's date and time.
  void arm();

 private:
  [[nodiscard]] bool is_wanted() const;
  void stop();
  void is_due();
  void found(bool newer);

  Core& core_;
  FirmwareUpdate& update_;
  std::optional<Clock::TimerId> timer_;
};

}  // namespace paneltwin::device
