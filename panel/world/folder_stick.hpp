// device::MemoryDevice as a folder of this computer, which the operator plugs in and pulls out.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>

#include "device/ports/memory_device.hpp"
#include "panel/callback.hpp"
#include "panel/world/copied_files.hpp"

namespace paneltwin::panel {

class FolderStick final : public device::MemoryDevice {
 public:
  /// Failure: not_found, when there is no such folder. Any thread.
  device::Result<void> plug(const std::filesystem::path& folder, bool write_protected = false,
                            Room room = {.largest = largest_on_fat32});
  void pull();
  /// Called after each change (any thread); main posts command::MemoryDeviceChanged.
  void on_change(std::function<void()> seen) { changed_.set(std::move(seen)); }

  std::optional<device::MemoryDeviceInfo> plugged() const override;
  device::Result<void> save(const std::vector<std::filesystem::path>& files) override;
  device::Result<int> pages(const std::string& file) const override;
  device::Result<device::Image> page(const std::string& file, int page, int dpi) const override;

 private:
  struct Plugged {
    std::filesystem::path folder;
    bool write_protected = false;
    Room room;
  };
  [[nodiscard]] std::optional<Plugged> now() const;

  mutable std::mutex mutex_;
  std::optional<Plugged> plugged_;
  Callback changed_;
};

}  // namespace paneltwin::panel
