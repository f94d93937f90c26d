// Reads .po files. Our own small reader: gettext's library is under the GPL, which this program is not.
#include "device/text/po_file.hpp"

#include <algorithm>
#include <utility>

namespace paneltwin::device {

namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::optional<char> escaped(char letter) {
  switch (letter) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case '"':
      return '"';
    case '\\':
      return '\\';
    default:
      return std::nullopt;
  }
}

/// The value of a header's line ("Plural-Forms").
std::optional<std::string_view> header_line(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const auto end = std::min(header.find('\n'), header.size());
    const auto line = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    if (line.starts_with(name) && line.substr(name.size()).starts_with(':')) return line.substr(name.size() + 1);
  }
  return std::nullopt;
}

/// Takes a file line by line, and entry by entry from those.
class PoReader {
 public:
  PoReader(const std::filesystem::path& name, std::string_view content) : name_(name.string()), rest_(content) {}

  std::expected<PoFile, FileError> read() {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
    while (!rest_.empty()) {
      ++line_;
      const auto end = rest_.find('\n');
      const auto whole = rest_.substr(0, end);
      const auto text = trimmed(whole);
      column_ = text.empty() ? 1 : static_cast<int>(text.data() - whole.data()) + 1;
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
      if (auto wrong = take_line(text)) return std::unexpected(error(*wrong));
    }
    if (auto wrong = end_entry()) return std::unexpected(error(*wrong));
    return std::move(file_);
  }

 private:
  enum class Part { none, id, plural, text };
  using Wrong = std::optional<std::string>;  // what is wrong with the line; nothing when it is good

  Wrong take_line(std::string_view line) {
    if (line.empty()) return std::nullopt;
    if (line.starts_with('#')) return take_comment(line);
    if (line.starts_with('"')) return take_words(line);
    // The longer keywords first: msgid begins msgid_plural.
    for (const auto& [keyword, take] : {std::pair{std::string_view("msgid_plural"), &PoReader::begin_plural},
                                        {"msgid", &PoReader::begin_id},
                                        {"msgstr", &PoReader::begin_text}}) {
      if (!line.starts_with(keyword)) continue;
      auto after = line.substr(keyword.size());
      if (after.empty() || !std::string_view(" \t\"[").contains(after.front())) break;
      if (auto wrong = (this->*take)(after)) return wrong;
      return take_words(trimmed(after));
    }
    return "this is neither a comment, msgid, msgstr nor text in quotes";
  }

  Wrong begin_id(std::string_view& after) {
    if (after.front() == '[') return "msgid has no number";
    if (auto wrong = end_entry()) return wrong;
    entry_line_ = line_;
    part_ = Part::id;
    return std::nullopt;
  }

  Wrong begin_plural(std::string_view& after) {
    if (part_ != Part::id || after.front() == '[') return "msgid_plural stands under a msgid";
    part_ = Part::plural;
    return std::nullopt;
  }

  /// `after` loses the number of a plural form.
  Wrong begin_text(std::string_view& after) {
    if (after.front() != '[') {
      if (part_ == Part::plural || (part_ == Part::text && plural_)) return "with msgid_plural: msgstr[0], msgstr[1] …";
      if (part_ != Part::id) return "msgstr without a msgid before it";
      forms_.emplace_back();
    } else {
      if (part_ != Part::plural && !plural_) return "msgstr[N] without a msgid_plural before it";
      const auto wanted = "[" + std::to_string(forms_.size()) + "]";
      if (!after.starts_with(wanted)) return "expected msgstr" + wanted;
      after.remove_prefix(wanted.size());
      plural_ = true;
      forms_.emplace_back();
    }
    part_ = Part::text;
    return std::nullopt;
  }

  Wrong take_comment(std::string_view line) {
    if (!line.starts_with("#,") || line.find("fuzzy") == std::string_view::npos) return std::nullopt;
    if (auto wrong = end_entry()) return wrong;
    fuzzy_ = true;
    return std::nullopt;
  }

  Wrong take_words(std::string_view quoted) {
    if (part_ == Part::none) return "text in quotes before the first msgid";
    if (quoted.size() < 2 || quoted.front() != '"' || quoted.back() != '"') return "text must stand in quotes";
    quoted = quoted.substr(1, quoted.size() - 2);
    std::string& words = part_ == Part::text ? forms_.back() : part_ == Part::id ? id_ : plural_id_;
    for (std::size_t i = 0; i < quoted.size(); ++i) {
      if (quoted[i] == '"') return "a quote inside the text needs a backslash before it";
      if (quoted[i] != '\\') {
        words += quoted[i];
        continue;
      }
      const auto letter = ++i < quoted.size() ? escaped(quoted[i]) : std::nullopt;
      if (!letter) return "unknown escape; \\n \\t \\r \\\" and \\\\ are known";
      words += *letter;
    }
    return std::nullopt;
  }

  Wrong end_entry() {
    const Part ended = std::exchange(part_, Part::none);
    if (ended == Part::none) return std::nullopt;
    const std::string id = std::exchange(id_, {});
    plural_id_.clear();
    auto forms = std::exchange(forms_, {});
    const bool fuzzy = std::exchange(fuzzy_, false), plural = std::exchange(plural_, false);
    if (forms.empty()) return "msgid \"" + id + "\" has no msgstr";
    if (id.empty()) return take_header(forms.front());
    const auto known = file_.texts.find(id);
    const auto skipped = skipped_.find(id);
    if (known != file_.texts.end() || skipped != skipped_.end()) {
      const int first = known != file_.texts.end() ? known->second.place.line : skipped->second;
      return "\"" + id + "\" is given twice, first in line " + std::to_string(first);
    }
    if (fuzzy || forms.front().empty()) {
      skipped_.emplace(id, entry_line_);
      return std::nullopt;
    }
    const auto wanted = file_.plural.value_or(PluralRule()).forms();
    if (plural && forms.size() != wanted) {
      return "\"" + id + "\" has " + std::to_string(forms.size()) + " plural forms; the header says " +
             std::to_string(wanted);
    }
    file_.texts.emplace(id, PoText{std::move(forms), {name_, entry_line_}});
    return std::nullopt;
  }

  Wrong take_header(std::string_view header) {
    const auto said = header_line(header, "Plural-Forms");
    if (!said) return std::nullopt;
    auto rule = PluralRule::parse(*said);
    if (!rule) return rule.error();
    file_.plural = std::move(*rule);
    return std::nullopt;
  }

  [[nodiscard]] FileError error(std::string message) const { return {name_, line_, column_, std::move(message)}; }

  std::string name_;
  std::string_view rest_;
  int line_ = 0, column_ = 1, entry_line_ = 0;
  Part part_ = Part::none;
  bool fuzzy_ = false, plural_ = false;
  std::string id_, plural_id_;
  std::vector<std::string> forms_;
  std::map<std::string, int> skipped_;  // key to line
  PoFile file_;
};

}  // namespace

std::expected<PoFile, FileError> parse_po(const std::filesystem::path& name, std::string_view content) {
  return PoReader(name, content).read();
}

}  // namespace paneltwin::device
