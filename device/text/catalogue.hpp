// What people read, by key: the files assets/locales/<area>.<tag>.po ("device.zh-CN.po"), merged by tag.
#pragma once

#include <expected>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "device/assets.hpp"

namespace paneltwin::device {

/// Values for the {names} in a text.
using Arguments = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// One language. Immutable; any thread.
class Catalogue {
 public:
  Catalogue(std::string tag, std::map<std::string, std::string, std::less<>> texts,
            std::shared_ptr<const Catalogue> fallback);

  [[nodiscard]] const std::string& tag() const { return tag_; }
  /// The text for `key`; the fallback's when this language has none; the key itself when nobody has.
  [[nodiscard]] std::string_view text(std::string_view key) const;
  /// text() with every {name} put in. An unknown {name} stays as it is.
  [[nodiscard]] std::string text(std::string_view key, Arguments arguments) const;
  /// True when this language, or its fallback, has `key`.
  [[nodiscard]] bool has(std::string_view key) const;
  /// This language's own texts.
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& own() const { return texts_; }

 private:
  std::string tag_;
  std::map<std::string, std::string, std::less<>> texts_;
  std::shared_ptr<const Catalogue> fallback_;
};

/// All languages. Immutable; any thread.
class Texts {
 public:
  /// Reads locales/*.po; the areas of one tag are merged, and a key given twice is an error. English must be there; a
  /// text missing elsewhere falls back to it.
  static std::expected<Texts, FileError> load(const Assets& assets);

  /// The language asked for, else its nearest relative ("zh-SG" to "zh-CN" by prefix), else English.
  [[nodiscard]] const Catalogue& in(std::string_view tag) const;
  /// Sorted tags. Each language's own name is its text "language.name".
  [[nodiscard]] std::vector<std::string> tags() const;

 private:
  std::map<std::string, std::shared_ptr<const Catalogue>, std::less<>> languages_;
};

/// One .po file: msgid is the key, msgstr the text; comments, fuzzy flags, empty texts and the header entry as gettext
/// has them (skipped). Errors name the line: what is not an entry, an unknown escape, a key given twice.
std::expected<std::map<std::string, std::string, std::less<>>, FileError> parse_po(const std::filesystem::path& name,
                                                                                   std::string_view content);

}  // namespace paneltwin::device
