#include "panel/goldens/golden_case.hpp"

#include <algorithm>
#include <sstream>

#include "device/yaml/strict_yaml.hpp"

namespace paneltwin::panel {

namespace strict = device::strict;
namespace fs = std::filesystem;
using device::FileError;

namespace {

std::vector<std::string> texts(const YAML::Node& node) {
  if (!node.IsSequence()) strict::complain(node, "expected a list");
  std::vector<std::string> list;
  for (const auto& one : node) list.push_back(strict::text(one));
  return list;
}

void read_wanted(const YAML::Node& node, Wanted& wanted) {
  if (!node) return;
  wanted.all = node.IsScalar() && node.Scalar() == "all";
  wanted.names = wanted.all ? std::vector<std::string>() : texts(node);
}

/// What this folder's config says over what the folders above said.
GoldenCase read(const YAML::Node& root, GoldenCase inherited) {
  if (root.IsNull()) return inherited;
  strict::allow_only(root, {"scenario", "models", "languages", "themes", "screens", "keep", "known-wrong"});
  if (const auto scenario = root["scenario"]) inherited.scenario = strict::text(scenario);
  read_wanted(root["models"], inherited.models);
  read_wanted(root["languages"], inherited.languages);
  read_wanted(root["themes"], inherited.themes);
  read_wanted(root["screens"], inherited.screens);
  if (const auto keep = root["keep"]) inherited.keep = texts(keep);
  if (const auto wrong = root["known-wrong"]) {
    if (!wrong.IsMap()) strict::complain(wrong, "expected pictures with the reason of each");
    for (const auto& entry : wrong) inherited.known_wrong[strict::text(entry.first)] = strict::text(entry.second);
  }
  return inherited;
}

std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::ranges::sort(folders);
  return folders;
}

std::expected<void, FileError> collect(const fs::path& folder, GoldenCase inherited, std::vector<GoldenCase>& cases) {
  const auto file = folder / "config.yaml";
  const bool says = fs::exists(file);
  if (says) {
    auto here = strict::read_strictly(file, [&](const YAML::Node& root) { return read(root, inherited); });
    if (!here) return std::unexpected(here.error());
    inherited = std::move(*here);
  }
  const auto before = cases.size();
  for (const auto& inner : folders_in(folder)) {
    if (auto collected = collect(inner, inherited, cases); !collected) return collected;
  }
  if (!says || cases.size() > before) return {};
  inherited.folder = folder;
  cases.push_back(std::move(inherited));
  return {};
}

}  // namespace

std::expected<std::vector<GoldenCase>, FileError> load_cases(const fs::path& root) {
  std::vector<GoldenCase> cases;
  if (auto collected = collect(root, {}, cases); !collected) return std::unexpected(collected.error());
  if (cases.empty()) return std::unexpected(FileError{root, 0, 0, "no config.yaml in or below this folder"});
  return cases;
}

std::expected<GoldenBook, FileError> load_book(const fs::path& file) {
  GoldenBook book;
  if (!fs::exists(file)) return book;
  const auto content = device::read_file(file);
  if (!content) return std::unexpected(FileError{file, 0, 0, "cannot be read"});
  std::istringstream lines(*content);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::istringstream words(line);
    std::string name;
    PictureDigest digest;
    constexpr std::size_t tiles = PictureDigest::columns * PictureDigest::rows * 2;
    if (!(words >> digest.whole >> digest.tiles >> name) || digest.whole.size() != 24 || digest.tiles.size() != tiles) {
      return std::unexpected(FileError{file, number, 1, "expected a digest, tiles and a picture's name"});
    }
    book.emplace(std::move(name), std::move(digest));
  }
  return book;
}

bool save_book(const fs::path& file, const GoldenBook& book) {
  std::string content;
  for (const auto& [name, digest] : book) content += digest.whole + " " + digest.tiles + " " + name + "\n";
  return device::write_file(file, content);
}

}  // namespace paneltwin::panel
