// Port: what somebody plugs into the machine's USB port. panel/world implements it with a folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "device/memory/memory_device_info.hpp"
#include "device/ports/originals.hpp"

namespace paneltwin::device {

class MemoryDevice {
 public:
  virtual ~MemoryDevice() = default;
  /// Nothing when none is plugged in. Any thread.
  virtual std::optional<MemoryDeviceInfo> plugged() const = 0;
  /// Saves all of `files` under their names, made unique there, or none. Worker. Failures: memory_device_removed,
  /// memory_device_protected, memory_device_full, memory_device_image_large, memory_device_no_folder,
  /// memory_device_write_failed.
  virtual Result<void> save(const std::vector<std::filesystem::path>& files) = 0;
  /// How many pages a file has that can be printed. Worker. Failures: memory_device_removed, invalid_value (no file
  /// that can be read).
  virtual Result<int> pages(const std::string& file) const = 0;
  /// One page of it, from 0. Worker; heavy.
  virtual Result<Image> page(const std::string& file, int page, int dpi) const = 0;
};

}  // namespace paneltwin::device
