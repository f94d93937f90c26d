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

static std::uintmax_t bytes_of(const fs::path& file, std::uintmax_t without) {
  const auto line = line_of(file);
  if (line) std::from_chars(line->data(), line->data() + line->size(), without);
  return without;
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
  const auto server = root_ / device::parts_of(target).server;
  const Room room{bytes_of(server / ".space", ~std::uintmax_t{0}), bytes_of(server / ".largest", largest_on_fat32)};
  std::vector<fs::path> targets;
  targets.reserve(files.size());
  for (const auto& file : files) targets.push_back(*folder / file.filename());
  const auto location = device::shown_location(target);
  switch (copy_all(files, targets, room)) {
    case Copied::all:
      return {};
    case Copied::no_space:
      return device::fail(FailureKind::folder_full, location);
    case Copied::too_large:
      return device::fail(FailureKind::folder_image_large, location);
    case Copied::failed:
      break;
  }
  return device::fail(FailureKind::folder_communication, location);
}

}  // namespace paneltwin::panel
