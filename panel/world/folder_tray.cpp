#include "panel/world/folder_tray.hpp"

#include <algorithm>

#include "device/assets.hpp"

namespace paneltwin::panel {

namespace fs = std::filesystem;

FolderTray::FolderTray(fs::path folder) : folder_(std::move(folder)) {}

device::Result<void> FolderTray::put(const std::string& name, const std::string& pdf) {
  const fs::path wanted(fs::path(name).filename());
  fs::path file = folder_ / wanted;
  std::error_code error;
  for (int number = 2; fs::exists(file, error); ++number) {
    file = folder_ / (wanted.stem().string() + "-" + std::to_string(number) + wanted.extension().string());
  }
  if (!device::write_file(file, pdf))
    return device::fail(device::FailureKind::output_failed, "cannot write " + file.string());
  return {};
}

std::vector<std::string> FolderTray::sheets() const {
  std::vector<std::pair<fs::file_time_type, std::string>> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder_, error)) {
    std::error_code gone;
    if (entry.path().extension() != ".pdf" || !entry.is_regular_file(gone)) continue;
    if (const auto written = entry.last_write_time(gone); !gone)
      found.emplace_back(written, entry.path().filename().string());
  }
  std::ranges::sort(found, std::greater{});
  std::vector<std::string> names;
  names.reserve(found.size());
  for (auto& [_, name] : found) names.push_back(std::move(name));
  return names;
}

std::optional<fs::path> FolderTray::sheet(const std::string& name) const {
  const auto names = sheets();
  if (std::ranges::find(names, name) == names.end()) return std::nullopt;
  return folder_ / name;
}

void FolderTray::empty() {
  for (const auto& name : sheets()) {
    std::error_code ignored;
    fs::remove(folder_ / name, ignored);
  }
}

}  // namespace paneltwin::panel
