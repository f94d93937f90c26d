// One .po file, read.
#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "device/assets.hpp"
#include "device/text/plural_rule.hpp"

namespace paneltwin::device {

struct PoText {
  std::vector<std::string> forms;  // one; of an entry with msgid_plural, as many as the language has
  FilePlace place;                 // of its msgid
  bool operator==(const PoText&) const = default;
};

struct PoFile {
  std::map<std::string, PoText, std::less<>> texts;
  std::optional<PluralRule> plural;  // of the header, when it says one
};

/// msgid is the key, msgstr the text; msgid_plural and msgstr[N] as gettext has them; comments, fuzzy flags, empty
/// texts and the header entry too (skipped). Errors name line and column: what is not an entry, an unknown escape, a
/// key given twice, a number of forms that the header does not say.
std::expected<PoFile, FileError> parse_po(const std::filesystem::path& name, std::string_view content);

}  // namespace paneltwin::device
