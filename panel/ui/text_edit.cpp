#include "panel/ui/text_edit.hpp"

#include "panel/render/glyphs.hpp"

namespace paneltwin::panel {

static bool continues_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::size_t count_letters(std::string_view utf8) {
  std::size_t letters = 0;
  for (; !utf8.empty(); ++letters) take_letter(utf8);
  return letters;
}

TextEdit::TextEdit(std::string text, std::size_t limit) : text_(std::move(text)), limit_(limit), caret_(text_.size()) {}

std::size_t TextEdit::letters() const { return count_letters(text_); }

bool TextEdit::insert(std::string_view utf8) {
  constexpr char32_t damaged = 0xFFFD, first_printable = 0x20, removed = 0x7F;
  std::size_t room = limit_ - std::min(limit_, letters());
  bool all = true;
  while (!utf8.empty()) {
    const std::string_view from = utf8;
    const char32_t letter = take_letter(utf8);
    if (letter < first_printable || letter == removed || letter == damaged) continue;
    if (room == 0) {
      all = false;
      break;
    }
    const auto bytes = from.substr(0, from.size() - utf8.size());
    text_.insert(caret_, bytes);
    caret_ += bytes.size();
    --room;
  }
  return all;
}

std::size_t TextEdit::start_of_letter_before(std::size_t at) const {
  if (at > 0) --at;
  while (at > 0 && continues_letter(text_[at])) --at;
  return at;
}

std::size_t TextEdit::end_of_letter_after(std::size_t at) const {
  if (at < text_.size()) ++at;
  while (at < text_.size() && continues_letter(text_[at])) ++at;
  return at;
}

void TextEdit::backspace() {
  const auto start = start_of_letter_before(caret_);
  text_.erase(start, caret_ - start);
  caret_ = start;
}

void TextEdit::erase() { text_.erase(caret_, end_of_letter_after(caret_) - caret_); }
void TextEdit::left() { caret_ = start_of_letter_before(caret_); }
void TextEdit::right() { caret_ = end_of_letter_after(caret_); }

void TextEdit::clear() {
  text_.clear();
  caret_ = 0;
}

}  // namespace paneltwin::panel
