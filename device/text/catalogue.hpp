// What people read, by key: the files assets/locales/<area>.<tag>.po ("device.zh-CN.po"), merged by tag.
#pragma once

#include <cstdint>
#include <expected>
#include <initializer_list>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "device/assets.hpp"
#include "device/text/plural_rule.hpp"
#include "device/text/po_file.hpp"

namespace paneltwin::device {

/// Values for the {names} in a text.
using Arguments = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// One language. Any thread. Its files may be read again at any time: who asks gets the new text, and a text once
/// handed out stays what it was for as long as the catalogue lives.
class Catalogue {
 public:
  /// A text in its plural forms (one, where it has none), and where it stands.
  struct Text {
    std::vector<std::string_view> forms;
    FilePlace place;
  };
  using Own = std::map<std::string, Text, std::less<>>;

  Catalogue(std::string tag, const std::map<std::string, std::string, std::less<>>& texts,
            std::shared_ptr<const Catalogue> fallback);
  Catalogue(std::string tag, std::shared_ptr<const Catalogue> fallback);

  [[nodiscard]] const std::string& tag() const { return tag_; }
  /// The text for `key`; the fallback's when this language has none; the key itself when nobody has.
  [[nodiscard]] std::string_view text(std::string_view key) const;
  /// text() with every {name} put in. An unknown {name} stays as it is.
  [[nodiscard]] std::string text(std::string_view key, Arguments arguments) const;
  /// The form that stands with `count` in this language (gettext's plural forms), with every {name} put in; {count} is
  /// the number itself. A text without plural forms stands with every number.
  [[nodiscard]] std::string counted(std::string_view key, std::uint64_t count, Arguments arguments = {}) const;
  /// True when this language, or its fallback, has `key`.
  [[nodiscard]] bool has(std::string_view key) const;
  /// Keys that were asked for and that nobody has, since the start: what lint calls missing. The last fallback notes
  /// them, a thousand at most.
  [[nodiscard]] std::set<std::string, std::less<>> missed() const;
  /// This language's own texts as they are now.
  [[nodiscard]] const Own& own() const { return now()->texts; }
  /// The same, kept whatever is read meanwhile.
  [[nodiscard]] std::shared_ptr<const Own> own_kept() const;
  [[nodiscard]] PluralRule plural_rule() const { return now()->plural; }

  /// Another reading of the files takes the place of the one before. One thread at a time.
  void take(const std::map<std::string, PoText, std::less<>>& texts, PluralRule plural);

 private:
  struct Reading {
    Own texts;
    PluralRule plural;
  };
  [[nodiscard]] std::shared_ptr<const Reading> now() const;
  std::string_view kept(const std::string& text);
  void miss(std::string_view key) const;

  std::string tag_;
  std::shared_ptr<const Catalogue> fallback_;
  mutable std::mutex mutex_;  // of now_ and missed_
  mutable std::set<std::string, std::less<>> missed_;
  std::shared_ptr<const Reading> now_ = std::make_shared<const Reading>();
  std::unordered_set<std::string> letters_;  // every text that was ever handed out: an edit adds what it changed
};

/// All languages. Any thread; copies are the same texts.
class Texts {
 public:
  /// Reads locales/*.po; the areas of one tag are merged, and a key given twice is an error. English must be there; a
  /// text missing elsewhere falls back to it.
  static std::expected<Texts, FileError> load(const Assets& assets);
  /// The same, but reads English alone: every other language when it is first asked for. One that is broken shows in
  /// English until it is mended, and read_rest() tells of it.
  static std::expected<Texts, FileError> open(const Assets& assets);
  /// Reads the languages that nobody has asked for. Failure: the first of all that is broken.
  [[nodiscard]] std::expected<void, FileError> read_rest() const;
  /// Reads again what changed. On a failure everything stays as it was.
  [[nodiscard]] std::expected<void, FileError> reload(const Assets& assets) const;

  /// The language asked for, else its nearest relative ("zh-SG" to "zh-CN" by prefix), else English.
  [[nodiscard]] const Catalogue& in(std::string_view tag) const;
  /// Sorted tags of the files. Each language's own name is its text "language.name".
  [[nodiscard]] std::vector<std::string> tags() const;
  /// Languages that nobody speaks, made of English: for designers, not for a list that a user sees.
  static std::vector<std::string> pseudo_tags();

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace paneltwin::device
