#include "panel/world/share_folders.hpp"

#include <charconv>
#include <fstream>

#include "device/assets.hpp"
#include "panel/world/copied_files.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;
using device::FailureKind;
using device::Result;

ShareFolders::ShareFolders(fs::path root, const net::Faults& faults) : root_(std::move(root)), faults_(faults) {
  std::error_code ignored;
  if (!fs::exists(root_, ignored)) fs::create_directories(root_ / "fileserver" / "scans", ignored);
}

/// The first line; nothing when there is no such file.
static std::optional<std::string> line_of(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  if (!in || !std::getline(in, line)) return std::nullopt;
  return line;
}

Result<fs::path> ShareFolders::folder_for(const device::FolderTarget& target) const {
  const auto parts = device::parts_of(target);
  std::error_code ignored;
  if (faults_.network) return device::fail(FailureKind::folder_communication, "the network cannot be reached");
  const auto server = root_ / parts.server;
  if (faults_.dns || !fs::is_directory(server, ignored)) return device::fail(FailureKind::folder_name, parts.server);
  if (const auto login = line_of(server / ".login"); login && *login != target.user + " " + target.password) {
    return device::fail(FailureKind::folder_authentication, parts.server + " refuses '" + target.user + "'");
  }
  auto folder = server / parts.share / parts.path;
  if (!fs::is_directory(folder, ignored)) {
    return device::fail(FailureKind::folder_missing, device::shown_location(target));
  }
  return folder;
}

Result<void> ShareFolders::save(const device::FolderTarget& target, const std::vector<fs::path>& files) {
  const auto folder = folder_for(target);
  if (!folder) return std::unexpected(folder.error());
  std::error_code ignored;
  for (const auto& file : files) {
    if (fs::exists(*folder / file.filename(), ignored)) {
      return device::fail(FailureKind::folder_file_exists, file.filename().string());
    }
  }
  const auto space = line_of(root_ / device::parts_of(target).server / ".space");
  std::uintmax_t left = ~std::uintmax_t{0};
  if (space) std::from_chars(space->data(), space->data() + space->size(), left);
  std::vector<fs::path> targets;
  for (const auto& file : files) targets.push_back(*folder / file.filename());
  const auto copied = copy_all(files, targets, left);
  if (copied == Copied::all) return {};
  return device::fail(copied == Copied::no_space ? FailureKind::folder_full : FailureKind::folder_communication,
                      device::shown_location(target));
}

}  // namespace paneltwin::panel
