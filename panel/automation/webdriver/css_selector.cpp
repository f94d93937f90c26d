#include "panel/automation/webdriver/css_selector.hpp"

#include <cctype>
#include <optional>
#include <vector>

#include "device/text/ascii.hpp"
#include "panel/render/utf8.hpp"

namespace paneltwin::panel::webdriver {

std::string xpath_string(std::string_view text) {
  if (text.find('\'') == std::string_view::npos) return "'" + std::string(text) + "'";
  if (text.find('"') == std::string_view::npos) return '"' + std::string(text) + '"';
  std::string parts = "concat(";
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('\'', from), text.size());
    parts += "'" + std::string(text.substr(from, end - from)) + "'";
    if (end < text.size()) parts += ",\"'\",";
    from = end + 1;
  }
  return parts + ")";
}

namespace {

constexpr std::string_view capitals = "'ABCDEFGHIJKLMNOPQRSTUVWXYZ','abcdefghijklmnopqrstuvwxyz'";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || (c & 0x80) != 0; }

/// Reads left to right and throws Complaint, which never leaves this file.
class Translator {
 public:
  struct Complaint {
    std::string what;
    std::size_t at;
  };

  explicit Translator(std::string_view text) : text_(text) {}

  std::string list() {
    std::string paths;
    do {
      skip_space();
      paths += (paths.empty() ? "" : " | ") + complex();
      skip_space();
    } while (take(','));
    if (!at_end()) complain("unexpected '" + std::string(1, text_[at_]) + "'");
    return paths;
  }

 private:
  [[noreturn]] void complain(std::string what) const { throw Complaint{std::move(what), at_}; }
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] char peek() const { return at_end() ? '\0' : text_[at_]; }
  bool take(char wanted) {
    if (at_end() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }
  bool skip_space() {
    const auto from = at_;
    while (!at_end() && is_space(text_[at_])) ++at_;
    return at_ > from;
  }

  void escape(std::string& into) {
    if (at_end() || peek() == '\n') complain("nothing to escape");
    if (!std::isxdigit(static_cast<unsigned char>(peek()))) {
      into += text_[at_++];
      return;
    }
    std::string digits;
    while (digits.size() < 6 && std::isxdigit(static_cast<unsigned char>(peek()))) digits += text_[at_++];
    if (is_space(peek())) ++at_;
    const auto letter = static_cast<char32_t>(std::stoul(digits, nullptr, 16));
    append_letter(into, letter == 0 ? U'\uFFFD' : letter);
  }

  std::string name() {
    std::string name;
    if (std::isdigit(static_cast<unsigned char>(peek()))) complain("a name cannot begin with a digit");
    while (!at_end() && (is_name(peek()) || peek() == '\\')) {
      if (take('\\')) {
        escape(name);
      } else {
        name += text_[at_++];
      }
    }
    if (name.empty()) complain("a name is missing");
    return name;
  }

  std::string quoted() {
    const char quote = text_[at_++];
    std::string text;
    while (!take(quote)) {
      if (at_end() || peek() == '\n') complain("the text is not closed");
      if (take('\\')) {
        escape(text);
      } else {
        text += text_[at_++];
      }
    }
    return text;
  }

  std::string complex() {
    std::string path = "/descendant::*" + compound();
    for (;;) {
      const bool space = skip_space();
      if (at_end() || peek() == ',' || peek() == ')') return path;
      if (take('>')) {
        path += "/*";
      } else if (take('+')) {
        path += "/following-sibling::*[1]";
      } else if (take('~')) {
        path += "/following-sibling::*";
      } else if (space) {
        path += "/descendant::*";
      } else {
        complain("unexpected '" + std::string(1, peek()) + "'");
      }
      skip_space();
      path += compound();
    }
  }

  std::string compound() {
    std::string type, tests;
    bool any = take('*');
    if (!any && (is_name(peek()) || peek() == '\\')) {
      type = element_name(name());
      tests += "[self::" + type + "]";
      any = true;
    }
    for (;; any = true) {
      if (take('#')) {
        tests += "[@id=" + xpath_string(name()) + "]";
      } else if (take('.')) {
        tests += "[" + word_test("class", name()) + "]";
      } else if (take('[')) {
        tests += "[" + attribute() + "]";
      } else if (take(':')) {
        tests += "[" + pseudo(type) + "]";
      } else {
        break;
      }
    }
    if (!any) complain(at_end() ? "a selector is missing" : "unexpected '" + std::string(1, peek()) + "'");
    return tests;
  }

  /// Roles are plain words; what could not be one must not become part of an expression.
  [[nodiscard]] std::string element_name(std::string name) const {
    for (const char c : name) {
      if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '_')
        complain("'" + name + "' cannot be a role");
    }
    if (!std::isalpha(static_cast<unsigned char>(name.front()))) complain("'" + name + "' cannot be a role");
    return name;
  }

  static std::string word_test(const std::string& attribute, const std::string& word) {
    return "contains(concat(' ',normalize-space(@" + attribute + "),' ')," + xpath_string(" " + word + " ") + ")";
  }

  std::string attribute() {
    skip_space();
    const auto named = element_name(name());
    skip_space();
    if (take(']')) return "@" + named;
    if (at_end()) complain("']' is missing");
    char operation = '=';
    if (peek() != '=') operation = text_[at_++];
    if (std::string_view("=~|^$*").find(operation) == std::string_view::npos || !take('=')) {
      complain("an operator is missing");
    }
    skip_space();
    std::string value = peek() == '"' || peek() == '\'' ? quoted() : name();
    std::string subject = "@" + named;
    if (skip_space() && (take('i') || take('I'))) {
      subject = "translate(" + subject + "," + std::string(capitals) + ")";
      value = device::lower(value);
    }
    skip_space();
    if (!take(']')) complain("']' is missing");
    return "@" + named + " and " + comparison(operation, subject, value);
  }

  static std::string comparison(char operation, const std::string& subject, const std::string& value) {
    const auto text = xpath_string(value);
    if (operation == '=') return subject + "=" + text;
    if (operation == '|')
      return "(" + subject + "=" + text + " or starts-with(" + subject + "," + xpath_string(value + "-") + "))";
    if (value.empty()) return "false()";
    if (operation == '^') return "starts-with(" + subject + "," + text + ")";
    if (operation == '*') return "contains(" + subject + "," + text + ")";
    if (operation == '$') {
      return "substring(" + subject + ",string-length(" + subject + ")-string-length(" + text + ")+1)=" + text;
    }
    if (value.find_first_of(" \t\n\r\f") != std::string::npos) return "false()";
    return "contains(concat(' ',normalize-space(" + subject + "),' ')," + xpath_string(" " + value + " ") + ")";
  }

  std::string pseudo(const std::string& type) {
    const auto named = name();
    if (named == "enabled") return "@enabled='true'";
    if (named == "disabled") return "@enabled='false'";
    if (named == "checked") return "@selected='true'";
    if (named == "focus") return "@focused='true'";
    if (named == "root") return "not(parent::*)";
    if (named == "empty") return "not(node())";
    if (named == "first-child") return "not(preceding-sibling::*)";
    if (named == "last-child") return "not(following-sibling::*)";
    if (named == "only-child") return "not(preceding-sibling::*) and not(following-sibling::*)";
    if (named == "first-of-type") return "not(preceding-sibling::" + of_type(type) + ")";
    if (named == "last-of-type") return "not(following-sibling::" + of_type(type) + ")";
    if (named == "nth-child") return nth("preceding-sibling::*");
    if (named == "nth-last-child") return nth("following-sibling::*");
    if (named == "nth-of-type") return nth("preceding-sibling::" + of_type(type));
    if (named == "nth-last-of-type") return nth("following-sibling::" + of_type(type));
    if (named == "not") return negation();
    complain("':" + named + "' is not known here");
  }

  [[nodiscard]] std::string of_type(const std::string& type) const {
    if (type.empty()) complain("'-of-type' needs a type before it");
    return type;
  }

  std::string negation() {
    if (!take('(')) complain("'(' is missing");
    if (++depth_ > deepest) complain("too deep");
    std::string tests;
    do {
      skip_space();
      const auto one = compound();
      tests += (tests.empty() ? "not(self::*" : ") and not(self::*") + one;
      skip_space();
    } while (take(','));
    if (!take(')')) complain("')' is missing");
    --depth_;
    return tests + ")";
  }

  /// an+b, odd, even or a number, in brackets.
  std::string nth(const std::string& siblings) {
    if (!take('(')) complain("'(' is missing");
    const auto end = text_.find(')', at_);
    if (end == std::string_view::npos) complain("')' is missing");
    std::string formula;
    for (const char c : text_.substr(at_, end - at_)) {
      if (!is_space(c)) formula += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    const auto [step, offset] = parse_nth(formula);
    at_ = end + 1;
    const std::string place = "count(" + siblings + ")+1";
    if (step == 0) return place + "=" + std::to_string(offset);
    const std::string away = "(" + place + "-(" + std::to_string(offset) + "))";
    return away + " mod " + std::to_string(std::abs(step)) + "=0 and " + away + (step > 0 ? ">=0" : "<=0");
  }

  [[nodiscard]] std::pair<int, int> parse_nth(const std::string& formula) const {
    if (formula == "odd") return {2, 1};
    if (formula == "even") return {2, 0};
    const auto n = formula.find('n');
    if (n == std::string::npos) return {0, number(formula, false)};
    const auto before = formula.substr(0, n), after = formula.substr(n + 1);
    const int step = before.empty() || before == "+" ? 1 : before == "-" ? -1 : number(before, false);
    return {step, after.empty() ? 0 : number(after, true)};
  }

  [[nodiscard]] int number(const std::string& digits, bool must_have_sign) const {
    const bool has_sign = !digits.empty() && (digits.front() == '+' || digits.front() == '-');
    const auto plain = digits.substr(has_sign ? 1 : 0);
    const bool good = !plain.empty() && plain.size() <= 6 && plain.find_first_not_of("0123456789") == std::string::npos;
    if (!good || (must_have_sign && !has_sign)) complain("'" + digits + "' is not of the form an+b");
    return std::stoi(plain) * (digits.front() == '-' ? -1 : 1);
  }

  static constexpr int deepest = 16;
  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

Outcome<std::string> css_to_xpath(std::string_view selector) {
  try {
    return Translator(selector).list();
  } catch (const Translator::Complaint& complaint) {
    return refuse(ErrorCode::invalid_selector, "css selector '" + std::string(selector) + "', character " +
                                                   std::to_string(complaint.at + 1) + ": " + complaint.what);
  }
}

}  // namespace paneltwin::panel::webdriver
