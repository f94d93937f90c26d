// A memory device in the machine's USB port, as people see it.
#pragma once

#include <string>
#include <vector>

namespace paneltwin::device {

struct MemoryDeviceInfo {
  std::string name;
  std::vector<std::string> files;  // that can be printed: PDF, JPEG, TIFF; by name
  bool write_protected = false;
  bool operator==(const MemoryDeviceInfo&) const = default;
};

}  // namespace paneltwin::device
