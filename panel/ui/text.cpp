// Words on the glass: one line, or a paragraph.
#include "panel/ui/text_layout.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

void label(Ui& ui, const Rect& rect, const std::string& id, const std::string& text, const TextLook& look) {
  const auto fitted = shorten(ui.canvas().glyphs(), look.style, text, rect.width);
  ui.add({.role = "text", .id = id, .text = text, .rect = rect, .shortened = fitted.shortened});
  if (ui.is_in_sight(rect)) ui.canvas().words(rect, look.style, look.colour, fitted.lines.front(), look.align);
}

float paragraph(Ui& ui, const Rect& rect, const std::string& id, const std::string& text, const TextLook& look) {
  const float line = line_height(look.style);
  const int most = static_cast<int>((rect.height + 1) / line);
  const auto fitted = wrap(ui.canvas().glyphs(), look.style, text, rect.width, most);
  const float height = line * static_cast<float>(fitted.lines.size());
  Rect rest{rect.x, rect.y, rect.width, height};
  ui.add({.role = "text", .id = id, .text = text, .rect = rest, .shortened = fitted.shortened || fitted.broken});
  for (const auto& words : fitted.lines) {
    const Rect place{rest.x, rest.y, rest.width, line};
    ui.canvas().words(place, look.style, look.colour, words, look.align);
    rest.y += line;
  }
  return height;
}

float paragraph_height(Ui& ui, const std::string& text, FontStyle style, float width) {
  return line_height(style) * static_cast<float>(wrap(ui.canvas().glyphs(), style, text, width).lines.size());
}

float balanced_width(Ui& ui, const std::string& text, FontStyle style, float width) {
  const float height = paragraph_height(ui, text, style, width);
  float least = width / 2;
  constexpr float near_enough = 4;
  while (width - least > near_enough) {
    const float middle = (least + width) / 2;
    (paragraph_height(ui, text, style, middle) <= height ? width : least) = middle;
  }
  return width;
}

}  // namespace paneltwin::panel
