#include "net/smtp/reply_parser.hpp"

#include <algorithm>
#include <utility>

namespace paneltwin::net::smtp {

using device::FailureKind;

static bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::string_view Reply::enhanced() const {
  if (lines.empty()) return {};
  const std::string_view words = lines.front();
  const auto code_part = words.substr(0, words.find(' '));
  const auto dots = std::ranges::count(code_part, '.');
  const bool fits = dots == 2 && code_part.front() == static_cast<char>('0' + code / 100) &&
                    std::ranges::all_of(code_part, [](char letter) { return is_digit(letter) || letter == '.'; });
  return fits ? code_part : std::string_view();
}

std::string Reply::words() const {
  std::string words = std::to_string(code);
  for (const auto& line : lines) {
    words += ' ';
    for (const char letter : line) words += letter >= ' ' && letter <= '~' ? letter : '?';
  }
  return words;
}

device::Result<std::optional<Reply>> ReplyParser::next() {
  for (;;) {
    const auto end = pending_.find('\n');
    if (end == std::string::npos) {
      if (pending_.size() > line_limit) return device::fail(FailureKind::unsupported_protocol, "a line without end");
      return std::nullopt;
    }
    std::string line = pending_.substr(0, end);
    pending_.erase(0, end + 1);
    if (line.ends_with('\r')) line.pop_back();
    const bool is_reply = line.size() >= 3 && line.size() <= line_limit && line[0] >= '2' && line[0] <= '5' &&
                          is_digit(line[1]) && is_digit(line[2]) &&
                          (line.size() == 3 || line[3] == ' ' || line[3] == '-');
    if (!is_reply) return device::fail(FailureKind::unsupported_protocol, "what answers speaks no SMTP");
    const int code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    if (!reply_.lines.empty() && reply_.code != code) {
      return device::fail(FailureKind::unsupported_protocol, "a reply changes its code");
    }
    if (reply_.lines.size() == lines_limit)
      return device::fail(FailureKind::unsupported_protocol, "a reply without end");
    reply_.code = code;
    reply_.lines.push_back(line.size() > 4 ? line.substr(4) : std::string());
    if (line.size() == 3 || line[3] == ' ') return std::exchange(reply_, {});
  }
}

}  // namespace paneltwin::net::smtp
