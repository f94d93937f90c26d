// Letters and icons, drawn by FreeType when they are first shown and kept in the one texture that all drawing of an
// ImGui context uses.
// A CJK font holds 65,000 glyphs; a panel shows a few hundred.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string_view>

#include "panel/render/fonts.hpp"

namespace paneltwin::panel {

/// What text is set in. `em` is the size of the em square in pixels.
struct FontStyle {
  enum class Family : std::uint8_t { text, strong_text, icons };
  Family family = Family::text;
  int em = 16;
  bool operator==(const FontStyle&) const = default;
};

/// A glyph in the texture. Offsets are pixels from the pen on the baseline, y downwards. Empty ones have no width.
struct Glyph {
  float x = 0, y = 0, width = 0, height = 0;
  float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
};

/// Lives with one ImGui context, which must be current in every call; the GL context too.
class Glyphs {
 public:
  /// Takes the place of the current ImGui context's own texture, whose GL objects are there already. Failure: a font
  /// that is missing or none.
  static std::expected<std::unique_ptr<Glyphs>, device::FileError> open(const Fonts& fonts);
  ~Glyphs();

  /// Han letters take the forms of this language from here on (traditional, simplified, Japanese, Korean).
  void speak(std::string_view language);

  /// Pen steps in pixels, unrounded.
  [[nodiscard]] float advance(FontStyle style, char32_t letter);
  [[nodiscard]] float width(FontStyle style, std::string_view utf8);
  /// The glyph with the pen `quarter` quarters of a pixel right of a whole pixel (even spacing at small sizes).
  const Glyph& glyph(FontStyle style, char32_t letter, int quarter);
  /// True when the texture ran full and some glyph could not be shown: forget() and draw the frame again.
  [[nodiscard]] bool is_full() const;
  void forget();

 private:
  struct Impl;
  explicit Glyphs(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// The next letter of UTF-8 text, taken off its front; U+FFFD for what is not UTF-8.
char32_t take_letter(std::string_view& utf8);

}  // namespace paneltwin::panel
