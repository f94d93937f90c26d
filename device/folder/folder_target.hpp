// Where Scan > Network Folder/FTP saves: what people enter as Location.
#pragma once

#include <string>
#include <string_view>

#include "device/failure.hpp"

namespace paneltwin::device {

enum class FolderMode { smb, ftp };

struct FolderTarget {
  FolderMode mode = FolderMode::smb;
  std::string location;  // "\\server\share\folder"; of FTP "server/folder"
  std::string user, password;
  bool operator==(const FolderTarget&) const = default;
};

/// A location in its parts; empty where it has none.
struct FolderParts {
  std::string server, share, path;  // of FTP `share` is empty
};
FolderParts parts_of(const FolderTarget& target);
/// As people read it: "\\server\share\folder" or "ftp://server/folder".
std::string shown_location(const FolderTarget& target);
/// Failure: invalid_value; its detail names the field.
Result<void> check(const FolderTarget& target);

}  // namespace paneltwin::device
