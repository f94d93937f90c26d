// Loads every language from the folder of .po files, and picks the one that somebody asks for.
#include <algorithm>

#include "device/text/catalogue.hpp"

namespace paneltwin::device {

namespace {

constexpr std::string_view folder = "locales";
constexpr std::string_view english = "en";
constexpr std::size_t largest_file = 4u << 20;

using PoTexts = std::map<std::string, std::string, std::less<>>;

/// "device.zh-CN.po" is of "zh-CN".
std::string tag_of(const std::filesystem::path& file) {
  const auto stem = file.stem().string();
  const auto dot = stem.find('.');
  return dot == std::string::npos || dot == 0 ? "" : stem.substr(dot + 1);
}

/// "zh" of "zh-CN".
std::string_view language_of(std::string_view tag) { return tag.substr(0, tag.find('-')); }

}  // namespace

std::expected<Texts, FileError> Texts::load(const Assets& assets) {
  std::map<std::string, PoTexts> by_tag;
  for (const auto& file : assets.list(folder, ".po")) {
    const auto tag = tag_of(file);
    if (tag.empty()) return std::unexpected(FileError{file, 0, 0, "the name must be <area>.<language tag>.po"});
    const auto content = read_file(file, largest_file);
    if (!content) return std::unexpected(FileError{file, 0, 0, "cannot be read"});
    auto texts = parse_po(file, *content);
    if (!texts) return std::unexpected(texts.error());
    by_tag[tag].merge(*texts);  // leaves behind what is there already
    if (!texts->empty()) {
      return std::unexpected(
          FileError{file, 0, 0, "\"" + texts->begin()->first + "\" is given by another file of " + tag + " already"});
    }
  }
  if (!by_tag.contains(std::string(english))) {
    return std::unexpected(FileError{folder, 0, 0, "no English catalogue (<area>.en.po) in any assets folder"});
  }
  Texts all;
  const auto first = std::make_shared<const Catalogue>(std::string(english), std::move(by_tag["en"]), nullptr);
  by_tag.erase("en");
  all.languages_.emplace(english, first);
  for (auto& [tag, texts] : by_tag) {
    all.languages_.emplace(tag, std::make_shared<const Catalogue>(tag, std::move(texts), first));
  }
  return all;
}

const Catalogue& Texts::in(std::string_view tag) const {
  if (const auto exact = languages_.find(tag); exact != languages_.end()) return *exact->second;
  for (const auto& [other, catalogue] : languages_) {
    if (language_of(other) == language_of(tag)) return *catalogue;
  }
  return *languages_.find(english)->second;
}

std::vector<std::string> Texts::tags() const {
  std::vector<std::string> tags;
  for (const auto& [tag, _] : languages_) tags.push_back(tag);
  return tags;
}

}  // namespace paneltwin::device
