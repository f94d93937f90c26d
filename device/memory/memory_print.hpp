// What Memory Device > Print asks for.
#pragma once

#include <string>

#include "device/copy/copy_request.hpp"

namespace paneltwin::device {

struct MemoryPrintRequest {
  std::string file;  // of the memory device
  int copies = 1;
  ColorMode color = ColorMode::automatic;  // automatic, color, black_and_white
  bool two_sided = false;
  std::string source;  // of paper; empty: automatic
  bool operator==(const MemoryPrintRequest&) const = default;
};

/// Failure: invalid_value; its detail names the field.
Result<void> check(const MemoryPrintRequest& print);

}  // namespace paneltwin::device
