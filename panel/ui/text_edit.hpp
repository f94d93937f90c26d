// A line of text being typed: UTF-8, a caret between letters, a limit in letters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace paneltwin::panel {

class TextEdit {
 public:
  explicit TextEdit(std::string text = {}, std::size_t limit = 255);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string_view before_caret() const { return std::string_view(text_).substr(0, caret_); }
  [[nodiscard]] std::size_t letters() const;
  [[nodiscard]] std::size_t limit() const { return limit_; }

  /// Puts in what fits; control characters are left out. False when some letters found no room.
  bool insert(std::string_view utf8);
  void backspace();
  void erase();  // the letter after the caret
  void left();
  void right();
  void clear();

 private:
  [[nodiscard]] std::size_t start_of_letter_before(std::size_t at) const;
  [[nodiscard]] std::size_t end_of_letter_after(std::size_t at) const;
  std::string text_;
  std::size_t limit_, caret_;
};

std::size_t count_letters(std::string_view utf8);

}  // namespace paneltwin::panel
