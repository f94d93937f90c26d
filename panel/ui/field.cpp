// Fields: what has been typed, and a tap to type.
#include <cmath>

#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

bool field(Ui& ui, const Rect& rect, const Field& field) {
  const auto& theme = ui.theme();
  auto& canvas = ui.canvas();
  Rect inner = inset(rect, ui.mm(2), 0);
  if (field.icon) cut_left(inner, ui.mm(7));
  const auto& shown = field.value.empty() ? field.hint : field.value;
  const auto fitted = shorten(canvas.glyphs(), theme.body, shown, inner.width);
  const auto reaction = ui.add({.role = "field",
                                .id = field.id,
                                .text = field.text,
                                .value = field.value,
                                .rect = rect,
                                .pressable = true,
                                .shortened = fitted.shortened});
  ui.face(rect, theme.surface, theme.pressed, theme.radius, reaction);
  canvas.outline(rect, reaction.focused ? theme.focus : theme.disabled, theme.radius,
                 std::max(1.0f, std::round(ui.mm(0.2))));
  if (field.icon) canvas.icon(rect.x + ui.mm(5), rect.y + rect.height / 2, theme.icon, theme.accent, field.icon);
  canvas.words(inner, theme.body, field.value.empty() ? theme.secondary : theme.text, fitted.lines.front());
  return reaction.tapped;
}

}  // namespace paneltwin::panel
