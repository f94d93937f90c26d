// Reads the languages from the folder of .po files, and picks the one that somebody asks for.
#include <algorithm>
#include <optional>
#include <utility>

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

using Names = std::map<std::string, std::vector<std::filesystem::path>>;

std::expected<Names, FileError> names_by_tag(const Assets& assets) {
  Names by_tag;
  for (const auto& file : assets.list(folder, ".po")) {
    const auto tag = tag_of(file);
    if (tag.empty()) return std::unexpected(FileError{file, 0, 0, "the name must be <area>.<language tag>.po"});
    by_tag[tag].push_back(file);
  }
  if (by_tag.contains(std::string(english))) return by_tag;
  return std::unexpected(FileError{folder, 0, 0, "no English catalogue (<area>.en.po) in any assets folder"});
}

/// The files of one language as they are on the disk.
struct Files {
  std::vector<std::pair<std::filesystem::path, std::string>> contents;
  std::size_t sum = 0;  // of names and contents: the same when nothing changed
};

std::expected<Files, FileError> read_files(const std::vector<std::filesystem::path>& names) {
  Files files;
  for (const auto& name : names) {
    auto content = read_file(name, largest_file);
    if (!content) return std::unexpected(FileError{name, 0, 0, "cannot be read, or is larger than 4 MiB"});
    files.sum = files.sum * 31 + std::hash<std::string>()(name.string()) + std::hash<std::string>()(*content);
    files.contents.emplace_back(name, std::move(*content));
  }
  return files;
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
    bool is_there = false;                      // there are files of it
    std::vector<std::filesystem::path> unread;  // those, as long as nobody asked for it
    std::optional<FileError> fault;             // why nothing of it shows
  };

  mutable std::mutex mutex;  // of everything here
  std::map<std::string, Language, std::less<>> languages;
  std::map<std::string, std::shared_ptr<Catalogue>, std::less<>> pseudo;

  /// A language that changed.
  struct Reading {
    PoFile file;
    std::size_t sum = 0;
  };

  /// English, and all the others now or later.
  std::expected<void, FileError> read(const Assets& assets, bool all) {
    const std::lock_guard lock(mutex);
    const auto names = names_by_tag(assets);
    if (!names) return std::unexpected(names.error());
    std::map<std::string, Reading> changed;
    for (const auto& [tag, of_tag] : *names) {
      if (!all && tag != english) continue;
      const auto files = read_files(of_tag);
      if (!files) return std::unexpected(files.error());
      const auto known = languages.find(tag);
      if (known != languages.end() && known->second.is_there && known->second.sum == files->sum) continue;
      auto read = merged(*files, tag);
      if (!read) return std::unexpected(read.error());
      changed.emplace(tag, Reading{std::move(*read), files->sum});
    }
    take(*names, changed);
    return {};
  }

  void take(const Names& names, const std::map<std::string, Reading>& changed) {
    const auto catalogue = [&](const std::string& tag, const std::shared_ptr<Catalogue>& fallback) -> Language& {
      auto& language = languages[tag];
      if (!language.catalogue) language.catalogue = std::make_shared<Catalogue>(tag, fallback);
      return language;
    };
    const auto first = catalogue(std::string(english), nullptr).catalogue;
    for (const auto& [tag, files] : names) {
      auto& language = catalogue(tag, tag == english ? nullptr : first);
      const auto read = changed.find(tag);
      if (read != changed.end()) {
        take(language, read->second);
      } else if (language.sum == 0) {
        language.unread = files;
      }
    }
    for (auto& [tag, language] : languages) {
      language.is_there = names.contains(tag);
      if (language.is_there) continue;
      language.catalogue->take({}, {});
      language.unread.clear();
      language.sum = 0;
    }
    if (!changed.contains(std::string(english))) return;
    for (auto& [tag, made] : pseudo) made->take(pseudo_texts(tag, *first), first->plural_rule());
  }

  static void take(Language& language, const Reading& read) {
    language.catalogue->take(read.file.texts, read.file.plural.value_or(PluralRule()));
    language.sum = read.sum;
    language.unread.clear();
    language.fault.reset();
  }

  /// What was left for when it is asked for.
  static void read_now(const std::string& tag, Language& language) {
    if (language.unread.empty()) return;
    const auto names = std::exchange(language.unread, {});
    const auto files = read_files(names);
    auto read = files ? merged(*files, tag) : std::unexpected(files.error());
    if (read) {
      take(language, {std::move(*read), files->sum});
    } else {
      language.fault = read.error();
    }
  }

  std::expected<void, FileError> read_rest() {
    std::optional<FileError> first;
    std::vector<std::string> tags;
    {
      const std::lock_guard lock(mutex);
      for (const auto& [tag, _] : languages) tags.push_back(tag);
    }
    for (const auto& tag : tags) {
      const std::lock_guard lock(mutex);  // one at a time: somebody waits for a text meanwhile
      auto& language = languages.find(tag)->second;
      read_now(tag, language);
      if (!first) first = language.fault;
    }
    if (first) return std::unexpected(*first);
    return {};
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
  if (auto read = all.impl_->read(assets, true); !read) return std::unexpected(read.error());
  return all;
}

std::expected<Texts, FileError> Texts::open(const Assets& assets) {
  Texts some;
  some.impl_ = std::make_shared<Impl>();
  if (auto read = some.impl_->read(assets, false); !read) return std::unexpected(read.error());
  return some;
}

std::expected<void, FileError> Texts::read_rest() const { return impl_->read_rest(); }

std::expected<void, FileError> Texts::reload(const Assets& assets) const { return impl_->read(assets, true); }

const Catalogue& Texts::in(std::string_view tag) const {
  const std::lock_guard lock(impl_->mutex);
  auto& languages = impl_->languages;
  const auto read = [](auto& entry) -> const Catalogue& {
    Impl::read_now(entry.first, entry.second);
    return *entry.second.catalogue;
  };
  if (const auto exact = languages.find(tag); exact != languages.end() && exact->second.is_there) return read(*exact);
  if (const auto pseudo = pseudo_tags(); std::ranges::find(pseudo, tag) != pseudo.end()) {
    return impl_->pseudo_in(std::string(tag));
  }
  for (auto& entry : languages) {
    if (entry.second.is_there && language_of(entry.first) == language_of(tag)) return read(entry);
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
