// device::Folders as folders of this computer: <root>/server/share/folder stands for \\server\share\folder, and
// <root>/server/folder for ftp://server/folder. What a server is like the operator writes beside its shares:
//   <root>/server/.login    "user password": nobody else gets in; without the file everybody does
//   <root>/server/.space    bytes that are left on it; without the file as much as the disk has
//   <root>/server/.largest  bytes that one file may have; without the file 4 GiB, a FAT32 disk's limit
#pragma once

#include <filesystem>

#include "device/ports/folders.hpp"
#include "net/world/faults.hpp"

namespace paneltwin::panel {

class ShareFolders final : public device::Folders {
 public:
  /// Makes `root` with \\fileserver\scans in it when it is missing.
  ShareFolders(std::filesystem::path root, const net::Faults& faults);
  device::Result<void> save(const device::FolderTarget& target,
                            const std::vector<std::filesystem::path>& files) override;
  [[nodiscard]] const std::filesystem::path& root() const { return root_; }

 private:
  [[nodiscard]] device::Result<std::filesystem::path> folder_for(const device::FolderTarget& target) const;
  std::filesystem::path root_;
  const net::Faults& faults_;
};

}  // namespace paneltwin::panel
