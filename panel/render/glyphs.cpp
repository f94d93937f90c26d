#define GL_GLEXT_PROTOTYPES
#include "panel/render/glyphs.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <GL/gl.h>
#include <GL/glext.h>
#include <ft2build.h>
#include <imgui.h>

#include "panel/render/font_file.hpp"
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_OUTLINE_H

namespace paneltwin::panel {

namespace {

constexpr int texture_size = 1024;  // pixels; some 1,500 letters of body text
constexpr int white_size = 2;       // of the white spot in its first corner, which filled shapes are painted with

struct FontFace {
  FontFile file;
  FT_Face face = nullptr;
  int em = 0;
  std::unordered_map<char32_t, float> advances;  // ems

  void set_em(int wanted) {
    if (em == wanted) return;
    FT_Set_Pixel_Sizes(face, 0, static_cast<unsigned>(wanted));
    em = wanted;
  }
};

constexpr char32_t first_han = 0x2E80;  // letters before it look alike in every language

std::uint64_t key_of(FontStyle style, char32_t letter, int quarter, int face) {
  return (std::uint64_t{letter} << 32) | (static_cast<std::uint64_t>(face) << 24) |
         (static_cast<std::uint64_t>(style.em) << 8) | (static_cast<std::uint64_t>(style.family) << 4) |
         static_cast<std::uint64_t>(quarter);
}

/// The texture that is bound while this lives.
class BoundTexture {
 public:
  explicit BoundTexture(GLuint texture) {
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &before_);
    glBindTexture(GL_TEXTURE_2D, texture);
  }
  ~BoundTexture() { glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(before_)); }
  BoundTexture(const BoundTexture&) = delete;
  BoundTexture& operator=(const BoundTexture&) = delete;

 private:
  GLint before_ = 0;
};

}  // namespace

struct Glyphs::Impl {
  FT_Library library = nullptr;
  FontSource text_source;
  std::map<int, std::optional<FontFace>> texts;  // by face, opened when a language first needs it
  std::optional<FontFace> icons;
  int face = 0;  // of the language that is spoken
  std::unordered_map<std::uint64_t, Glyph> glyphs;
  bool full = false;
  GLuint texture = 0;
  // The texture is filled shelf by shelf.
  int shelf_x = 0, shelf_y = 0, shelf_height = 0;

  ~Impl() {
    if (texture != 0) glDeleteTextures(1, &texture);
    for (auto& [_, font] : texts) {
      if (font && font->face) FT_Done_Face(font->face);
    }
    if (icons && icons->face) FT_Done_Face(icons->face);
    if (library) FT_Done_FreeType(library);
  }

  /// The number of the face that shows a letter.
  [[nodiscard]] int face_of(FontStyle style, char32_t letter) const {
    return style.family == FontStyle::Family::icons || letter < first_han ? text_source.face : face;
  }
  FontFace& font_of(FontStyle style, char32_t letter) {
    return style.family == FontStyle::Family::icons ? *icons : *texts.at(face_of(style, letter));
  }

  std::expected<void, device::FileError> load(std::optional<FontFace>& font, const FontSource& source) {
    auto file = FontFile::open(source);
    if (!file) return std::unexpected(file.error());
    font.emplace(FontFace{std::move(*file), nullptr, 0, {}});
    if (FT_New_Memory_Face(library, font->file.data(), static_cast<FT_Long>(font->file.size()), source.face,
                           &font->face) != 0) {
      return std::unexpected(device::FileError{source.file, 0, 0, "this is not the font it should be"});
    }
    return {};
  }

  /// Coverage alone, a quarter of what colours would need; the sampler makes white of that coverage out of it.
  void make_texture() {
    glGenTextures(1, &texture);
    const BoundTexture bound(texture);
    const std::vector<std::uint8_t> empty(std::size_t{texture_size} * texture_size);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, texture_size, texture_size, 0, GL_RED, GL_UNSIGNED_BYTE, empty.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    constexpr GLint white_of_coverage[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, white_of_coverage);
    start_afresh();
  }

  void start_afresh() {
    shelf_x = shelf_y = shelf_height = 0;
    const std::vector<std::uint8_t> white(std::size_t{white_size} * white_size, 255);
    if (const auto place = take_place(white_size, white_size))
      fill(*place, white_size, white_size, white.data(), white_size);
  }

  void fill(std::pair<int, int> place, int width, int height, const std::uint8_t* coverage, int pitch) const {
    const BoundTexture bound(texture);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, pitch);
    glTexSubImage2D(GL_TEXTURE_2D, 0, place.first, place.second, width, height, GL_RED, GL_UNSIGNED_BYTE, coverage);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  }

  /// A free place of this size, or nothing when the room is full. One pixel stays free around it.
  std::optional<std::pair<int, int>> take_place(int width, int height) {
    if (shelf_x + width + 1 > texture_size) {
      shelf_y += shelf_height;
      shelf_x = shelf_height = 0;
    }
    if (shelf_y + height + 1 > texture_size || width >= texture_size) return std::nullopt;
    const std::pair place{shelf_x, shelf_y};
    shelf_x += width + 1;
    shelf_height = std::max(shelf_height, height + 1);
    return place;
  }

  Glyph draw(FontStyle style, char32_t letter, int quarter) {
    auto& font = font_of(style, letter);
    font.set_em(style.em);
    const FT_UInt index = FT_Get_Char_Index(font.face, letter);
    if (FT_Load_Glyph(font.face, index, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0) return {};
    auto* slot = font.face->glyph;
    if (style.family == FontStyle::Family::strong_text) FT_Outline_Embolden(&slot->outline, style.em * 64 / 36);
    FT_Outline_Translate(&slot->outline, FT_Pos{quarter} * 16, 0);
    if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return {};
    const auto& bitmap = slot->bitmap;
    const int width = static_cast<int>(bitmap.width), height = static_cast<int>(bitmap.rows);
    if (width == 0 || height == 0) return {};
    const auto place = take_place(width, height);
    if (!place) {
      full = true;
      return {};
    }
    fill(*place, width, height, bitmap.buffer, bitmap.pitch);
    constexpr float unit = 1.0f / texture_size;
    const auto x = static_cast<float>(place->first), y = static_cast<float>(place->second);
    const auto w = static_cast<float>(width), h = static_cast<float>(height);
    return {static_cast<float>(slot->bitmap_left),
            -static_cast<float>(slot->bitmap_top),
            w,
            h,
            x * unit,
            y * unit,
            (x + w) * unit,
            (y + h) * unit};
  }
};

std::expected<std::unique_ptr<Glyphs>, device::FileError> Glyphs::open(const Fonts& fonts) {
  auto impl = std::make_unique<Impl>();
  FT_Init_FreeType(&impl->library);
  impl->text_source = fonts.text;
  impl->face = fonts.text.face;
  if (auto loaded = impl->load(impl->texts[fonts.text.face], fonts.text); !loaded)
    return std::unexpected(loaded.error());
  if (auto loaded = impl->load(impl->icons, fonts.icons); !loaded) return std::unexpected(loaded.error());
  impl->make_texture();
  auto& atlas = *ImGui::GetIO().Fonts;
  atlas.SetTexID(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(impl->texture)));
  constexpr float white_middle = white_size / 2.0f / texture_size;
  atlas.TexUvWhitePixel = {white_middle, white_middle};
  return std::unique_ptr<Glyphs>(new Glyphs(std::move(impl)));
}

Glyphs::Glyphs(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Glyphs::~Glyphs() = default;

void Glyphs::speak(std::string_view language) {
  const int wanted = face_for(impl_->text_source, language);
  if (wanted == impl_->face) return;
  const auto [font, is_new] = impl_->texts.try_emplace(wanted);
  if (is_new) {
    auto source = impl_->text_source;
    source.face = wanted;
    if (!impl_->load(font->second, source)) {  // the usual face draws every letter too
      impl_->texts.erase(font);
      return;
    }
  }
  impl_->face = wanted;
}

float Glyphs::advance(FontStyle style, char32_t letter) {
  auto& font = impl_->font_of(style, letter);
  auto [found, is_new] = font.advances.try_emplace(letter, 0.0f);
  if (is_new) {
    FT_Fixed units = 0;
    FT_Get_Advance(font.face, FT_Get_Char_Index(font.face, letter), FT_LOAD_NO_SCALE, &units);
    found->second = static_cast<float>(units) / static_cast<float>(font.face->units_per_EM);
  }
  return found->second * static_cast<float>(style.em);
}

float Glyphs::width(FontStyle style, std::string_view utf8) {
  float width = 0;
  while (!utf8.empty()) width += advance(style, take_letter(utf8));
  return width;
}

const Glyph& Glyphs::glyph(FontStyle style, char32_t letter, int quarter) {
  const auto key = key_of(style, letter, quarter, impl_->face_of(style, letter));
  if (const auto found = impl_->glyphs.find(key); found != impl_->glyphs.end()) return found->second;
  return impl_->glyphs.emplace(key, impl_->draw(style, letter, quarter)).first->second;
}

bool Glyphs::is_full() const { return impl_->full; }

void Glyphs::forget() {
  impl_->glyphs.clear();
  impl_->full = false;
  impl_->start_afresh();
}

}  // namespace paneltwin::panel
