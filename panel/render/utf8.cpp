// UTF-8, letter by letter; damaged text shows replacement characters and never reads past its end.
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

}  // namespace paneltwin::panel
