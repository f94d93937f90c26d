#include "panel/render/font_coverage.hpp"

#include <utility>

#include <ft2build.h>

#include "panel/render/font_file.hpp"
#include FT_FREETYPE_H

namespace paneltwin::panel {

struct FontCoverage::Impl {
  explicit Impl(FontFile opened) : file(std::move(opened)) { FT_Init_FreeType(&library); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (face) FT_Done_Face(face);
    FT_Done_FreeType(library);
  }

  FontFile file;
  FT_Library library = nullptr;
  FT_Face face = nullptr;
};

std::expected<FontCoverage, device::FileError> FontCoverage::open(const FontSource& source) {
  auto file = FontFile::open(source);
  if (!file) return std::unexpected(file.error());
  auto impl = std::make_unique<Impl>(std::move(*file));
  if (FT_New_Memory_Face(impl->library, impl->file.data(), static_cast<FT_Long>(impl->file.size()), source.face,
                         &impl->face) != 0) {
    return std::unexpected(device::FileError{source.file, 0, 0, "this is not the font it should be"});
  }
  return FontCoverage(std::move(impl));
}

FontCoverage::FontCoverage(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FontCoverage::FontCoverage(FontCoverage&&) noexcept = default;
FontCoverage::~FontCoverage() = default;

bool FontCoverage::has(char32_t letter) const { return FT_Get_Char_Index(impl_->face, letter) != 0; }

}  // namespace paneltwin::panel
