// Program Verification on Start Up: at each start the program is compared with what was recorded when the setting was
// turned on, when the firmware was updated, or when an administrator accepted it. Off, nothing is read.
#pragma once

#include <string>

#include "device/security/auditor.hpp"
#include "device/security/program_digests.hpp"

namespace paneltwin::device {

/// Loop only. What it reads it reads on the worker, after the machine is there.
class ProgramVerifier {
 public:
  ProgramVerifier(Core& core, Auditor& auditor) : core_(core), auditor_(auditor) {}

  /// Verifies where the setting is on; `kept` is what the store keeps.
  void start(const SettingValues& kept);
  /// Turned on: records; turned off: forgets.
  void settings_changed();
  /// The firmware has just been written, or the administrator takes the program as it is. `reply` may be empty; told
  /// once it is durable. Failure: not_found, when there is nothing to accept.
  void accept(Reply reply);
  void firmware_written();

 private:
  [[nodiscard]] bool is_on() const { return core_.state.settings.is_on("program-verification"); }
  /// Reads, and gives `then` what was read; the setting may have been turned off meanwhile.
  void read(std::function<void(const ProgramDigests&)> then);
  void record(Reply reply);
  Result<void> keep(const ProgramDigests& digests);
  void compare(const ProgramDigests& now);
  void show(ProgramVerification verification);

  Core& core_;
  Auditor& auditor_;
  ProgramDigests recorded_;
  bool was_on_ = false;
};

}  // namespace paneltwin::device
