// UTF-8 made of letters; the other way is take_letter() of glyphs.hpp.
#pragma once

#include <string>

namespace paneltwin::panel {

/// Appends the letter; U+FFFD for what is none.
void append_letter(std::string& utf8, char32_t letter);

}  // namespace paneltwin::panel
