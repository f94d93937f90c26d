// Program Verification on Start Up (panel facts 2.5) as everyone sees it: whether the program and what belongs to it
// are as they were recorded when it was turned on, accepted or updated. What exactly is verified is inferred.
#pragma once

#include <string>
#include <vector>

namespace paneltwin::device {

struct ProgramVerification {
  enum class Phase { off, verifying, good, altered };
  Phase phase = Phase::off;
  std::vector<std::string> altered;  // "program", names of assets: the first twenty, by name
  int altered_count = 0;
  bool operator==(const ProgramVerification&) const = default;
};

}  // namespace paneltwin::device
