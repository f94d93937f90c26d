// A state folder for machines that nobody asked to keep: made empty, gone at the end.
#pragma once

#include <filesystem>

namespace paneltwin::panel {

class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace paneltwin::panel
