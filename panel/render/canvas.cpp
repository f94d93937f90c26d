#include "panel/render/canvas.hpp"

#include <algorithm>
#include <cmath>

#include <imgui.h>

namespace paneltwin::panel {

static ImVec2 top_left(const Rect& rect) { return {rect.x, rect.y}; }
static ImVec2 bottom_right(const Rect& rect) { return {rect.x + rect.width, rect.y + rect.height}; }

void Canvas::fill(const Rect& rect, Colour colour, float radius) {
  if (strokes_) strokes_->push_back({rect, colour, {}});
  list_->AddRectFilled(top_left(rect), bottom_right(rect), colour.rgba, radius);
}

void Canvas::outline(const Rect& rect, Colour colour, float radius, float width) {
  const float half = width / 2;
  list_->AddRect({rect.x + half, rect.y + half}, {rect.x + rect.width - half, rect.y + rect.height - half}, colour.rgba,
                 radius, 0, width);
}

void Canvas::shadow(const Rect& rect, Colour colour, float radius, float spread) {
  if (colour.rgba >> 24 == 0xFF) {
    constexpr float edge = 2;
    return fill({rect.x - edge, rect.y - edge, rect.width + 2 * edge, rect.height + 2 * edge}, colour, radius + edge);
  }
  constexpr float covered = 0.5f;  // of the radius: what is further in lies within corners rounded half as much again
  const float edge = radius * covered + 1;
  around({rect.x + edge, rect.y + edge, rect.width - 2 * edge, rect.height - 2 * edge}, [&] {
    constexpr int layers = 5;
    for (int i = layers; i > 0; --i) {
      const float grow = spread * static_cast<float>(i) / layers;
      const Rect layer{rect.x - grow, rect.y - grow + spread * 0.35f, rect.width + 2 * grow, rect.height + 2 * grow};
      fill(layer, colour.faded(0.4f), radius + grow);
    }
  });
}

/// Whole pixels, as ImGui's scissor takes the clip in force: from the left and from the bottom.
static Rect clip_in_pixels(const ImDrawList& list) {
  const ImVec2 from = list.GetClipRectMin(), to = list.GetClipRectMax();
  const float width = std::trunc(to.x - from.x), height = std::trunc(to.y - from.y);
  return {std::floor(from.x), std::ceil(to.y) - height, width, height};
}

void Canvas::around(const Rect& hole, const std::function<void()>& draw) {
  const Rect clip = clip_in_pixels(*list_);
  const float end = clip.x + clip.width, low = clip.y + clip.height;
  const float left = std::clamp(std::ceil(hole.x), clip.x, end);
  const float right = std::clamp(std::floor(hole.x + hole.width), left, end);
  const float top = std::clamp(std::ceil(hole.y), clip.y, low);
  const float bottom = std::clamp(std::floor(hole.y + hole.height), top, low);
  for (const auto& strip :
       {Rect{clip.x, clip.y, clip.width, top - clip.y}, Rect{clip.x, top, left - clip.x, bottom - top},
        Rect{right, top, end - right, bottom - top}, Rect{clip.x, bottom, clip.width, low - bottom}}) {
    if (strip.width <= 0 || strip.height <= 0) continue;
    list_->PushClipRect(top_left(strip), bottom_right(strip));
    draw();
    list_->PopClipRect();
  }
}

void Canvas::line(float x0, float y0, float x1, float y1, Colour colour, float width) {
  list_->AddLine({x0, y0}, {x1, y1}, colour.rgba, width);
}

void Canvas::circle(float x, float y, float radius, Colour colour) {
  list_->AddCircleFilled({x, y}, radius, colour.rgba);
}

void Canvas::ring(float x, float y, float radius, Colour colour, float width) {
  list_->AddCircle({x, y}, radius, colour.rgba, 0, width);
}

void Canvas::diamond(float x, float y, float radius, Colour colour) {
  list_->AddQuadFilled({x, y - radius}, {x + radius, y}, {x, y + radius}, {x - radius, y}, colour.rgba);
}

void Canvas::picture(unsigned texture, const Rect& rect) {
  list_->AddImage(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture)), top_left(rect),
                  bottom_right(rect), {0, 1}, {1, 0});
}

static void add_glyph(ImDrawList& list, const Glyph& glyph, float x, float y, Colour colour) {
  if (glyph.width == 0) return;
  list.PrimReserve(6, 4);
  list.PrimRectUV({x + glyph.x, y + glyph.y}, {x + glyph.x + glyph.width, y + glyph.y + glyph.height},
                  {glyph.u0, glyph.v0}, {glyph.u1, glyph.v1}, colour.rgba);
}

void Canvas::words(const Rect& rect, FontStyle style, Colour colour, std::string_view utf8, Align align) {
  if (strokes_) strokes_->push_back({rect, colour, style});
  constexpr float half_capital = 0.3665f;  // of the em: capitals stand centred in the line
  const float width = glyphs_.width(style, utf8);
  float x = rect.x;
  if (align == Align::centre) x += std::round((rect.width - width) / 2);
  if (align == Align::right) x += std::round(rect.width - width);
  const float y = std::round(rect.y + rect.height / 2 + half_capital * static_cast<float>(style.em));
  while (!utf8.empty()) {
    const auto letter = take_letter(utf8);
    const int quarters = static_cast<int>(std::lround(x * 4));
    add_glyph(*list_, glyphs_.glyph(style, letter, quarters & 3), static_cast<float>(quarters >> 2), y, colour);
    x += glyphs_.advance(style, letter);
  }
}

void Canvas::icon(float x, float y, FontStyle style, Colour colour, char32_t icon) {
  const auto& glyph = glyphs_.glyph(style, icon, 0);
  const auto em = static_cast<float>(style.em);
  if (strokes_) strokes_->push_back({{x - em / 2, y - em / 2, em, em}, colour, style});
  const float left = std::round(x - glyph.width / 2), top = std::round(y - glyph.height / 2);
  add_glyph(*list_, glyph, left - glyph.x, top - glyph.y, colour);
}

void Canvas::push_clip(const Rect& rect) { list_->PushClipRect(top_left(rect), bottom_right(rect), true); }
void Canvas::pop_clip() { list_->PopClipRect(); }

Canvas::Mark Canvas::mark() const { return {list_->VtxBuffer.Size, list_->CmdBuffer.Size}; }

void Canvas::shift(const Mark& since, float x) {
  for (int i = since.vertices; i < list_->VtxBuffer.Size; ++i) list_->VtxBuffer[i].pos.x += x;
  for (int i = since.commands; i < list_->CmdBuffer.Size; ++i) {
    list_->CmdBuffer[i].ClipRect.x += x;
    list_->CmdBuffer[i].ClipRect.z += x;
  }
}

}  // namespace paneltwin::panel
