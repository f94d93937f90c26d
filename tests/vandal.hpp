// Edits as a slip of the hand, an editor's crash or a malicious friend would make them.
#pragma once

#include <algorithm>
#include <random>
#include <string>

namespace paneltwin {

class Vandal {
 public:
  /// One of many ways to spoil `text`.
  std::string spoil(const std::string& text) {
    switch (below(12)) {
      case 0:
        return text.substr(0, below(text.size() + 1));
      case 1:
        return cut_out(text);
      case 2:
        return twice(text);
      case 3:
        return with_byte(text);
      case 4:
        return noise(below(4000));
      case 5:
        return text + repeated("[", 1 + below(5000));
      case 6:
        return repeated("a: {", 1 + below(3000));
      case 7:
        return bomb();
      case 8:
        return text + "\nid: " + repeated("x", 1 + below(3'000'000));
      case 9:
        return with_value(text);
      case 10:
        return with_line_gone(text);
      default:
        return std::string("\xFF\xFE\0\0", 4) + text;
    }
  }
  std::size_t below(std::size_t end) {
    return end == 0 ? 0 : std::uniform_int_distribution<std::size_t>(0, end - 1)(dice_);
  }

 private:
  static std::string repeated(const std::string& piece, std::size_t times) {
    std::string whole;
    for (std::size_t i = 0; i < times; ++i) whole += piece;
    return whole;
  }
  std::string noise(std::size_t size) {
    std::string bytes(size, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(below(256));
    return bytes;
  }
  std::string cut_out(std::string text) {
    const auto from = below(text.size() + 1);
    return text.erase(from, below(80));
  }
  std::string twice(std::string text) {
    const auto from = below(text.size() + 1);
    return text.insert(below(text.size() + 1), text.substr(from, below(200)));
  }
  std::string with_byte(std::string text) {
    if (!text.empty()) text[below(text.size())] = static_cast<char>(below(256));
    return text;
  }
  static std::string bomb() {
    std::string text = "a0: &a0 [x, x, x]\n";
    for (int i = 1; i < 30; ++i) {
      const auto last = "*a" + std::to_string(i - 1);
      text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last + ", " + last + ", " + last + "]\n";
    }
    return text;
  }
  /// Another value after some colon: of another type, out of range, or nothing.
  std::string with_value(std::string text) {
    static const char* const values[] = {" [1, 2]", " {a: b}",  " ~",          " -1",   " 1e300",
                                         " \"\"",   " *nobody", " !!binary x", " true", " &a *a"};
    auto at = text.find(':', below(text.size() + 1));
    if (at == text.npos) at = text.find(':');
    if (at == text.npos) return text;
    const auto end = std::min(text.find_first_of(",}\n", at), text.size());
    return text.replace(at + 1, end - at - 1, values[below(std::size(values))]);
  }
  std::string with_line_gone(std::string text) {
    const auto from = below(text.size() + 1), start = text.rfind('\n', from);
    if (start == text.npos) return text;
    return text.erase(start, text.find('\n', start + 1) - start);
  }
  std::mt19937 dice_{4711};
};

}  // namespace paneltwin
