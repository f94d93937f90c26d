// UTF-8, letter by letter; damaged text shows replacement characters and never reads past its end.
#include "panel/render/utf8.hpp"

#include "panel/render/glyphs.hpp"

namespace paneltwin::panel {

static constexpr char32_t replacement = 0xFFFD;

static int length_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

char32_t take_letter(std::string_view& utf8) {
  if (utf8.empty()) return 0;
  const auto lead = static_cast<unsigned char>(utf8.front());
  const int length = length_of(lead);
  if (length == 0 || utf8.size() < static_cast<std::size_t>(length)) {
    utf8.remove_prefix(1);
    return replacement;
  }
  char32_t letter = length == 1 ? lead : lead & (0xFFu >> (length + 1));
  for (int i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(utf8[static_cast<std::size_t>(i)]);
    if ((next & 0xC0) != 0x80) {
      utf8.remove_prefix(static_cast<std::size_t>(i));
      return replacement;
    }
    letter = (letter << 6) | (next & 0x3Fu);
  }
  utf8.remove_prefix(static_cast<std::size_t>(length));
  return letter;
}

void append_letter(std::string& utf8, char32_t letter) {
  if (letter > 0x10FFFF || (letter >= 0xD800 && letter < 0xE000)) letter = replacement;
  const auto tail = [&](int shift) { utf8 += static_cast<char>(0x80 | (letter >> shift & 0x3F)); };
  if (letter < 0x80) {
    utf8 += static_cast<char>(letter);
  } else if (letter < 0x800) {
    utf8 += static_cast<char>(0xC0 | letter >> 6);
    tail(0);
  } else if (letter < 0x10000) {
    utf8 += static_cast<char>(0xE0 | letter >> 12);
    tail(6);
    tail(0);
  } else {
    utf8 += static_cast<char>(0xF0 | letter >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace paneltwin::panel
