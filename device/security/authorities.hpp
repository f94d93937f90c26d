// The CA certificates that people imported (Network Security > CA Certificate): trusted beside the machine's own.
#pragma once

#include "device/core.hpp"

namespace paneltwin::device {

class Authorities {
 public:
  explicit Authorities(Core& core) : core_(core) {}
  /// Failures: invalid_value ("certificate": it is none; "authority": it may not sign others), memory_full (ten are
  /// there).
  Result<void> import(const std::string& content);
  /// Failure: not_found.
  Result<void> remove(const std::string& fingerprint);
  /// What the store gave back at start.
  static std::vector<Certificate> remembered(const SettingValues& settings);

 private:
  Core& core_;
};

}  // namespace paneltwin::device
