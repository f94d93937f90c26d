// Tabs over one page.
#include <cmath>

#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

std::size_t tabs(Ui& ui, const Rect& rect, const std::vector<Tab>& tabs, std::size_t on) {
  const auto& theme = ui.theme();
  auto& canvas = ui.canvas();
  canvas.fill(rect, theme.bar);
  Rect rest = rect;
  const float width = std::round(rect.width / static_cast<float>(tabs.size()));
  const std::size_t was_on = on;
  for (std::size_t i = 0; i < tabs.size(); ++i) {
    const Rect place = i + 1 == tabs.size() ? rest : cut_left(rest, width);
    const bool selected = i == was_on;
    const auto fitted = shorten(canvas.glyphs(), theme.strong, tabs[i].text, place.width - ui.mm(2));
    const auto reaction = ui.add({.role = "tab",
                                  .id = tabs[i].id,
                                  .text = tabs[i].text,
                                  .rect = place,
                                  .selected = selected,
                                  .pressable = true,
                                  .shortened = fitted.shortened});
    ui.face(place, theme.bar, theme.pressed, 0, reaction);
    canvas.words(place, theme.strong, selected ? theme.accent : theme.secondary, fitted.lines.front(), Align::centre);
    Rect line = place;
    if (selected) canvas.fill(cut_bottom(line, std::round(ui.mm(0.7))), theme.accent);
    if (reaction.tapped) on = i;
  }
  const float y = rect.y + rect.height - 0.5f;
  canvas.line(rect.x, y, rect.x + rect.width, y, theme.divider, 1);
  return on;
}

}  // namespace paneltwin::panel
