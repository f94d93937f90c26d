#include "panel/world/folder_stick.hpp"

#include <algorithm>

#include "device/text/ascii.hpp"
#include "panel/world/copied_files.hpp"
#include "panel/world/original_file.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;
using device::FailureKind;
using device::Result;

static constexpr const char* scans_folder = "EPSCAN";  // where the real machine saves

static bool can_be_printed(const fs::path& file) {
  const auto kind = device::lower(file.extension().string());
  return kind == ".pdf" || kind == ".jpg" || kind == ".jpeg" || kind == ".tif" || kind == ".tiff";
}

Result<void> FolderStick::plug(const fs::path& folder, bool write_protected, Room room) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return device::fail(FailureKind::not_found, folder.string());
  {
    const std::lock_guard lock(mutex_);
    plugged_ = Plugged{folder, write_protected, room};
  }
  changed_();
  return {};
}

void FolderStick::pull() {
  {
    const std::lock_guard lock(mutex_);
    plugged_.reset();
  }
  changed_();
}

std::optional<FolderStick::Plugged> FolderStick::now() const {
  const std::lock_guard lock(mutex_);
  return plugged_;
}

std::optional<device::MemoryDeviceInfo> FolderStick::plugged() const {
  const auto stick = now();
  if (!stick) return std::nullopt;
  device::MemoryDeviceInfo info{.name = stick->folder.filename().string(), .write_protected = stick->write_protected};
  std::error_code error;
  constexpr auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(stick->folder, options, error), end; !error && at != end;
       at.increment(error)) {
    std::error_code gone;
    if (!at->is_regular_file(gone) || !can_be_printed(at->path())) continue;
    info.files.push_back(at->path().lexically_relative(stick->folder).string());
  }
  std::ranges::sort(info.files);
  return info;
}

/// "scan.pdf", or "scan-2.pdf" when it is there already.
static fs::path free_name(const fs::path& wanted) {
  fs::path name = wanted;
  std::error_code error;
  for (int number = 2; fs::exists(name, error); ++number) {
    name = wanted.parent_path() / (wanted.stem().string() + "-" + std::to_string(number) + wanted.extension().string());
  }
  return name;
}

Result<void> FolderStick::save(const std::vector<fs::path>& files) {
  const auto stick = now();
  std::error_code error;
  if (!stick || !fs::is_directory(stick->folder, error)) return device::fail(FailureKind::memory_device_removed);
  if (stick->write_protected) return device::fail(FailureKind::memory_device_protected);
  const auto folder = stick->folder / scans_folder;
  fs::create_directory(folder, error);
  if (!fs::is_directory(folder, error)) return device::fail(FailureKind::memory_device_no_folder, folder.string());
  std::vector<fs::path> targets;
  targets.reserve(files.size());
  for (const auto& file : files) targets.push_back(free_name(folder / file.filename()));
  switch (copy_all(files, targets, stick->room)) {
    case Copied::all:
      break;
    case Copied::no_space:
      return device::fail(FailureKind::memory_device_full, folder.string());
    case Copied::too_large:
      return device::fail(FailureKind::memory_device_image_large, folder.string());
    case Copied::failed:
      return device::fail(now() ? FailureKind::memory_device_write_failed : FailureKind::memory_device_removed,
                          folder.string());
  }
  changed_();  // there are more files now
  return {};
}

static Result<std::unique_ptr<OriginalFile>> open_on(const fs::path& folder, const std::string& file) {
  auto opened = open_original(folder / file);
  if (!opened && opened.error().kind == FailureKind::not_found)
    opened.error().kind = FailureKind::memory_device_removed;
  return opened;
}

Result<int> FolderStick::pages(const std::string& file) const {
  const auto stick = now();
  if (!stick) return device::fail(FailureKind::memory_device_removed);
  const auto opened = open_on(stick->folder, file);
  if (!opened) return std::unexpected(opened.error());
  return (*opened)->pages();
}

Result<device::Image> FolderStick::page(const std::string& file, int page, int dpi) const {
  const auto stick = now();
  if (!stick) return device::fail(FailureKind::memory_device_removed);
  const auto opened = open_on(stick->folder, file);
  if (!opened) return std::unexpected(opened.error());
  return (*opened)->scan(page, dpi);
}

}  // namespace paneltwin::panel
