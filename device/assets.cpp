#include "device/assets.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <ranges>

#include <fcntl.h>
#include <unistd.h>

namespace paneltwin::device {

namespace fs = std::filesystem;

std::string FileError::str() const {
  std::string place = file.string();
  if (line > 0) place += ":" + std::to_string(line);
  if (line > 0 && column > 0) place += ":" + std::to_string(column);
  return place + ": " + message;
}

Assets::Assets(std::vector<fs::path> folders) : folders_(std::move(folders)) {}

static bool stays_inside(const fs::path& name) {
  return name.is_relative() && std::ranges::none_of(name, [](const fs::path& part) { return part == ".."; });
}

std::optional<fs::path> Assets::find(std::string_view name) const {
  const fs::path relative(name);
  if (!stays_inside(relative)) return std::nullopt;
  std::error_code ignored;
  for (const auto& folder : folders_) {
    if (auto file = folder / relative; fs::is_regular_file(file, ignored)) return file;
  }
  return std::nullopt;
}

std::vector<fs::path> Assets::list(std::string_view name, std::string_view extension) const {
  if (!stays_inside(name)) return {};
  std::map<fs::path, fs::path> by_name;  // the first folder to have a name wins
  for (const auto& folder : folders_) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder / name, error)) {
      if (entry.path().extension() == extension) by_name.emplace(entry.path().filename(), entry.path());
    }
  }
  std::vector<fs::path> files;
  std::ranges::copy(by_name | std::views::values, std::back_inserter(files));
  return files;
}

std::optional<std::string> read_file(const fs::path& file, std::size_t limit) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::string content;
  char piece[64 << 10];
  while (in.read(piece, sizeof piece) || in.gcount() > 0) {
    content.append(piece, static_cast<std::size_t>(in.gcount()));
    if (content.size() > limit) return std::nullopt;
  }
  return in.bad() ? std::nullopt : std::optional(std::move(content));
}

bool write_file(const fs::path& file, std::string_view content, unsigned mode) {
  const fs::path beside = file.string() + ".new";
  const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
  if (descriptor < 0) return false;
  bool good = true;
  for (std::string_view rest = content; good && !rest.empty();) {
    const auto written = ::write(descriptor, rest.data(), rest.size());
    good = written > 0;
    if (good) rest.remove_prefix(static_cast<std::size_t>(written));
  }
  good = good && ::fsync(descriptor) == 0;
  good = ::close(descriptor) == 0 && good;
  std::error_code error;
  if (good) fs::rename(beside, file, error);
  good = good && !error;
  if (!good) fs::remove(beside, error);
  return good;
}

}  // namespace paneltwin::device
