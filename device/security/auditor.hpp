// Writes the audit log: an entry is durable before whoever caused it is answered.
#pragma once

#include <optional>

#include "device/core.hpp"

namespace paneltwin::device {

/// What the command is called in the log; nothing for what is not logged. Time and outcome are still open.
std::optional<AuditEntry> audited(const Command& command, Origin origin, const State& state);

class Auditor {
 public:
  explicit Auditor(Core& core) : core_(core) {}
  /// Adds `entry`, with the time and the outcome, before `reply` hears of it.
  Reply recording(AuditEntry entry, Reply reply);
  /// What nobody asked for: the machine found it itself. Nothing while the audit log is off.
  void happened(AuditEntry entry);

 private:
  void add(AuditEntry entry);
  Core& core_;
};

}  // namespace paneltwin::device
