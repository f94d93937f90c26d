// Loads every language from the folder of .po files, and picks the one that somebody asks for.
#include <algorithm>

#include <fmt/format.h>

#include "device/text/catalogue.hpp"
#include "device/text/pseudo.hpp"

namespace paneltwin::device {

namespace {

constexpr std::string_view folder = "locales";
constexpr std::string_view english = "en";
constexpr std::size_t largest_file = 4u << 20;

/// "device.zh-CN.po" is of "zh-CN".
std::string tag_of(const std::filesystem::path& file) {
  const auto stem = file.stem().string();
  const auto dot = stem.find('.');
  return dot == std::string::npos || dot == 0 ? "" : stem.substr(dot + 1);
}

/// "zh" of "zh-CN".
std::string_view language_of(std::string_view tag) { return tag.substr(0, tag.find('-')); }

/// The files of one language as they are on the disk.
struct Files {
  std::vector<std::pair<std::filesystem::path, std::string>> contents;
  std::size_t sum = 0;  // of names and contents: the same when nothing changed
};

std::expected<std::map<std::string, Files>, FileError> read_files(const Assets& assets) {
  std::map<std::string, Files> by_tag;
  for (const auto& file : assets.list(folder, ".po")) {
    const auto tag = tag_of(file);
    if (tag.empty()) return std::unexpected(FileError{file, 0, 0, "the name must be <area>.<language tag>.po"});
    auto content = read_file(file, largest_file);
    if (!content) return std::unexpected(FileError{file, 0, 0, "cannot be read, or is larger than 4 MiB"});
    auto& files = by_tag[tag];
    files.sum = files.sum * 31 + std::hash<std::string>()(file.string()) + std::hash<std::string>()(*content);
    files.contents.emplace_back(file, std::move(*content));
  }
  if (by_tag.contains(std::string(english))) return by_tag;
  return std::unexpected(FileError{folder, 0, 0, "no English catalogue (<area>.en.po) in any assets folder"});
}

std::expected<PoFile, FileError> merged(const Files& files, const std::string& tag) {
  PoFile all;
  for (const auto& [name, content] : files.contents) {
    auto one = parse_po(name, content);
    if (!one) return std::unexpected(one.error());
    if (one->plural && all.plural && *one->plural != *all.plural) {
      return std::unexpected(FileError{name, 0, 0, "another file of " + tag + " has other Plural-Forms"});
    }
    if (one->plural) all.plural = std::move(one->plural);
    all.texts.merge(one->texts);  // leaves behind what is there already
    if (one->texts.empty()) continue;
    const auto& [key, twin] = *one->texts.begin();
    return std::unexpected(
        FileError{name, twin.place.line, 1, fmt::format("\"{}\" is given by another file of {} already", key, tag)});
  }
  return all;
}

}  // namespace

struct Texts::Impl {
  struct Language {
    std::shared_ptr<Catalogue> catalogue;  // once made it stays: somebody may hold it
    std::size_t sum = 0;
    bool is_there = false;  // there are files of it
  };

  mutable std::mutex mutex;  // of the maps
  std::map<std::string, Language, std::less<>> languages;
  std::map<std::string, std::shared_ptr<Catalogue>, std::less<>> pseudo;

  std::expected<void, FileError> read(const Assets& assets) {
    const auto files = read_files(assets);
    if (!files) return std::unexpected(files.error());
    std::map<std::string, PoFile> changed;
    for (const auto& [tag, of_tag] : *files) {
      const auto known = languages.find(tag);
      if (known != languages.end() && known->second.is_there && known->second.sum == of_tag.sum) continue;
      auto read = merged(of_tag, tag);
      if (!read) return std::unexpected(read.error());
      changed.emplace(tag, std::move(*read));
    }
    take(*files, changed);
    return {};
  }

  void take(const std::map<std::string, Files>& files, const std::map<std::string, PoFile>& changed) {
    const std::lock_guard lock(mutex);
    const auto catalogue = [&](const std::string& tag, const std::shared_ptr<Catalogue>& fallback) -> Language& {
      auto& language = languages[tag];
      if (!language.catalogue) language.catalogue = std::make_shared<Catalogue>(tag, fallback);
      return language;
    };
    const auto first = catalogue(std::string(english), nullptr).catalogue;
    for (const auto& [tag, read] : changed) {
      auto& language = catalogue(tag, tag == english ? nullptr : first);
      language.catalogue->take(read.texts, read.plural.value_or(PluralRule()));
      language.sum = files.at(tag).sum;
    }
    for (auto& [tag, language] : languages) {
      language.is_there = files.contains(tag);
      if (!language.is_there) language.catalogue->take({}, {});
    }
    if (!changed.contains(std::string(english))) return;
    for (auto& [tag, made] : pseudo) made->take(pseudo_texts(tag, *first), first->plural_rule());
  }

  const Catalogue& pseudo_in(const std::string& tag) {
    auto& made = pseudo[tag];
    if (!made) {
      const auto& first = languages.find(english)->second.catalogue;
      made = std::make_shared<Catalogue>(tag, first);
      made->take(pseudo_texts(tag, *first), first->plural_rule());
    }
    return *made;
  }
};

std::expected<Texts, FileError> Texts::load(const Assets& assets) {
  Texts all;
  all.impl_ = std::make_shared<Impl>();
  if (auto read = all.impl_->read(assets); !read) return std::unexpected(read.error());
  return all;
}

std::expected<void, FileError> Texts::reload(const Assets& assets) const { return impl_->read(assets); }

const Catalogue& Texts::in(std::string_view tag) const {
  const std::lock_guard lock(impl_->mutex);
  const auto& languages = impl_->languages;
  if (const auto exact = languages.find(tag); exact != languages.end() && exact->second.is_there)
    return *exact->second.catalogue;
  if (const auto pseudo = pseudo_tags(); std::ranges::find(pseudo, tag) != pseudo.end()) {
    return impl_->pseudo_in(std::string(tag));
  }
  for (const auto& [other, language] : languages) {
    if (language.is_there && language_of(other) == language_of(tag)) return *language.catalogue;
  }
  return *languages.find(english)->second.catalogue;
}

std::vector<std::string> Texts::tags() const {
  const std::lock_guard lock(impl_->mutex);
  std::vector<std::string> tags;
  for (const auto& [tag, language] : impl_->languages) {
    if (language.is_there) tags.push_back(tag);
  }
  return tags;
}

std::vector<std::string> Texts::pseudo_tags() { return {"qps-long", "qps-ploc"}; }

}  // namespace paneltwin::device
