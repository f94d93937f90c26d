// Settings of a copy or a scan under a name, to be loaded again.
#pragma once

#include <optional>
#include <string>

#include "device/copy/copy_request.hpp"
#include "device/jobs/scan_request.hpp"

namespace paneltwin::device {

struct Preset {
  int number = 0;                   // 1 to 50; 0: the first free one
  std::string name;                 // 30 letters
  std::optional<CopyRequest> copy;  // one of the two
  std::optional<ScanRequest> scan;  // without passwords
  bool operator==(const Preset&) const = default;
};

inline constexpr int most_presets = 50;

/// Failure: invalid_value; its detail names the field.
Result<void> check(const Preset& preset);

}  // namespace paneltwin::device
