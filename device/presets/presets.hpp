// The presets that the machine keeps.
#pragma once

#include "device/core.hpp"
#include "device/presets/preset.hpp"

namespace paneltwin::device {

/// Loop only.
class Presets {
 public:
  explicit Presets(Core& core) : core_(core) {}
  void take_up(const SettingValues& settings);
  /// Its number, once durable. Failures: invalid_value, busy (all are taken), store_failed.
  Result<std::int64_t> store(Preset preset);
  /// Failures: not_found, store_failed.
  Result<void> remove(int number);
  /// Failure: store_failed.
  /// To forget all of them, together with other changes.
  [[nodiscard]] Prepared clear();

 private:
  Core& core_;
};

}  // namespace paneltwin::device
