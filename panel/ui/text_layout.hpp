// Words made to fit: wrapped between words (Chinese between characters), or ended with dots; never cut through a glyph.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "panel/render/glyphs.hpp"

namespace paneltwin::panel {

struct FittedText {
  std::vector<std::string> lines;
  bool shortened = false;  // not all of the text is there
  bool broken = false;     // a word was longer than a line, and goes on in the next one
};

/// `text` in lines of `width` pixels, `most` lines at most; new lines in the text are kept.
FittedText wrap(Glyphs& glyphs, FontStyle style, std::string_view text, float width, int most = 100);
/// One line; "..." at its end when it does not fit.
FittedText shorten(Glyphs& glyphs, FontStyle style, std::string_view text, float width);
/// As much of the front of `text` as fits, one letter at least.
std::string_view front_that_fits(Glyphs& glyphs, FontStyle style, std::string_view text, float width);
/// From one line's middle to the next one's, in pixels.
float line_height(FontStyle style);

}  // namespace paneltwin::panel
