// Reads .po files. Our own small reader: gettext's library is under the GPL, which this program is not.
#include <algorithm>
#include <optional>

#include "device/text/catalogue.hpp"

namespace paneltwin::device {

namespace {

using PoTexts = std::map<std::string, std::string, std::less<>>;

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

/// Takes a file line by line, and entry by entry from those.
class PoReader {
 public:
  PoReader(const std::filesystem::path& name, std::string_view content) : name_(name), rest_(content) {}

  std::expected<PoTexts, FileError> read() {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
    while (!rest_.empty()) {
      ++line_;
      const auto end = rest_.find('\n');
      const auto text = trimmed(rest_.substr(0, end));
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
      if (auto wrong = take_line(text)) return std::unexpected(error(*wrong));
    }
    if (auto wrong = end_entry()) return std::unexpected(error(*wrong));
    return std::move(texts_);
  }

 private:
  enum class Part { none, id, text };
  using Wrong = std::optional<std::string>;  // what is wrong with the line; nothing when it is good

  Wrong take_line(std::string_view line) {
    if (line.empty()) return std::nullopt;
    if (line.starts_with('#')) return take_comment(line);
    if (line.starts_with('"')) return take_words(line);
    for (const auto& [keyword, part] : {std::pair<std::string_view, Part>{"msgid", Part::id}, {"msgstr", Part::text}}) {
      if (!line.starts_with(keyword)) continue;
      const auto after = line.substr(keyword.size());
      if (after.empty() || (after.front() != ' ' && after.front() != '\t' && after.front() != '"')) break;
      if (part == Part::id) {
        if (auto wrong = end_entry()) return wrong;
        entry_line_ = line_;
      } else if (part_ != Part::id) {
        return "msgstr without a msgid before it";
      }
      part_ = part;
      return take_words(trimmed(after));
    }
    return "this is neither a comment, msgid, msgstr nor text in quotes";
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
    std::string& words = part_ == Part::id ? id_ : text_;
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
    std::string text = std::exchange(text_, {});
    const bool fuzzy = std::exchange(fuzzy_, false);
    if (ended == Part::id) return "msgid \"" + id + "\" has no msgstr";
    if (id.empty()) return std::nullopt;  // the header
    if (!seen_.emplace(id, entry_line_).second) {
      return "\"" + id + "\" is given twice, first in line " + std::to_string(seen_[id]);
    }
    if (!fuzzy && !text.empty()) texts_.emplace(id, std::move(text));
    return std::nullopt;
  }

  [[nodiscard]] FileError error(std::string message) const { return {name_, line_, 0, std::move(message)}; }

  std::filesystem::path name_;
  std::string_view rest_;
  int line_ = 0, entry_line_ = 0;
  Part part_ = Part::none;
  bool fuzzy_ = false;
  std::string id_, text_;
  std::map<std::string, int> seen_;  // key to line
  PoTexts texts_;
};

}  // namespace

std::expected<PoTexts, FileError> parse_po(const std::filesystem::path& name, std::string_view content) {
  return PoReader(name, content).read();
}

}  // namespace paneltwin::device
