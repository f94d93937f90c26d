// Tiles: what the machine can do, with a large icon.
#include "panel/render/icons.hpp"
#include "panel/ui/text_layout.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

Reaction tile(Ui& ui, const Rect& rect, const Tile& tile) {
  const auto& theme = ui.theme();
  auto& canvas = ui.canvas();
  const auto fitted = wrap(canvas.glyphs(), theme.strong, tile.text, rect.width - ui.mm(1), 2);
  const auto reaction = ui.add({.role = "tile",
                                .id = tile.id,
                                .text = tile.text,
                                .rect = rect,
                                .pressable = true,
                                .shortened = fitted.shortened || fitted.broken});
  if (!ui.is_in_sight(rect)) return reaction;
  canvas.shadow(rect, theme.shadow, theme.radius, ui.mm(0.9));
  ui.face(rect, theme.surface, theme.pressed, theme.radius, reaction);
  const float line = line_height(theme.strong);
  const float words = line * static_cast<float>(fitted.lines.size());
  const float picture = static_cast<float>(theme.large_icon.em) * 0.8f;
  const float between = ui.mm(2.4);
  float y = rect.y + (rect.height - picture - between - words) / 2;
  canvas.icon(rect.x + rect.width / 2, y + picture / 2, theme.large_icon, theme.accent, tile.icon);
  y += picture + between;
  for (const auto& text : fitted.lines) {
    canvas.words({rect.x, y, rect.width, line}, theme.strong, theme.text, text, Align::centre);
    y += line;
  }
  if (tile.locked) {
    canvas.icon(rect.x + rect.width - ui.mm(4), rect.y + ui.mm(4), theme.icon, theme.secondary, icon::lock);
  }
  return reaction;
}

void page_dots(Ui& ui, const Rect& rect, std::size_t pages, std::size_t on) {
  if (pages < 2) return;
  const auto& theme = ui.theme();
  const float step = ui.mm(4);
  float x = rect.x + rect.width / 2 - step * static_cast<float>(pages - 1) / 2;
  ui.add(
      {.role = "dots", .id = "page-dots", .value = std::to_string(on + 1) + "/" + std::to_string(pages), .rect = rect});
  for (std::size_t page = 0; page < pages; ++page, x += step) {
    ui.canvas().circle(x, rect.y + rect.height / 2, ui.mm(page == on ? 1.1 : 0.8),
                       page == on ? theme.accent : theme.disabled);
  }
}

}  // namespace paneltwin::panel
