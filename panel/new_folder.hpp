// A folder that a start makes, and that goes again with what failed to start.
#pragma once

#include <filesystem>
#include <system_error>
#include <utility>

namespace paneltwin::panel {

class NewFolder {
 public:
  NewFolder() = default;
  ~NewFolder() {
    std::error_code error;
    if (!path_.empty()) std::filesystem::remove_all(path_, error);
  }
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;

  /// Made by whoever calls this, who is the only one in it.
  void made(std::filesystem::path path) { path_ = std::move(path); }
  void keep() { path_.clear(); }

 private:
  std::filesystem::path path_;
};

}  // namespace paneltwin::panel
