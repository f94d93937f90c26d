// Port: folders in the network that scans are saved into. panel/world implements it with folders of this computer.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "device/folder/folder_target.hpp"

namespace paneltwin::device {

class Folders {
 public:
  virtual ~Folders() = default;
  /// Saves all of `files` under their names, or none. Worker thread. Failures: folder_name, folder_authentication,
  /// folder_communication, folder_missing, folder_file_exists, folder_full,
  /// folder_image_large.
  virtual Result<void> save(const FolderTarget& target, const std::vector<std::filesystem::path>& files) = 0;
};

}  // namespace paneltwin::device
