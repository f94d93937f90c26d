// device::PaperTray as a folder of PDF files.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "device/ports/paper_tray.hpp"

namespace paneltwin::panel {

class FolderTray final : public device::PaperTray {
 public:
  explicit FolderTray(std::filesystem::path folder);
  device::Result<void> put(const std::string& name, const std::string& pdf) override;
  /// File names, newest first. Any thread.
  [[nodiscard]] std::vector<std::string> sheets() const;
  /// The sheet's file; nothing when there is none of that name (or the name leads elsewhere).
  [[nodiscard]] std::optional<std::filesystem::path> sheet(const std::string& name) const;
  void empty();
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace paneltwin::panel
