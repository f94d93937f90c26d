#include "panel/ui/key_cap.hpp"

#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"

namespace paneltwin::panel {

bool key_cap(Ui& ui, const Rect& cell, const KeyCap& cap) {
  const auto& theme = ui.theme();
  auto& canvas = ui.canvas();
  const auto reaction = ui.add({.role = "key",
                                .id = cap.id,
                                .text = cap.text,
                                .rect = cell,
                                .enabled = cap.enabled,
                                .selected = cap.lit,
                                .pressable = true,
                                .is_default = cap.main,
                                .repeats = cap.repeats});
  const Rect face = inset(cell, ui.mm(0.45), ui.mm(0.45));
  const float radius = ui.mm(1.1);
  Rect edge = face;
  edge.y += std::max(1.0f, ui.mm(0.2));
  canvas.fill(edge, theme.shadow.faded(3), radius);
  Colour colour = cap.special ? theme.key_special : theme.key, ink = theme.text;
  if (cap.main) colour = cap.enabled ? theme.accent : theme.key_special;
  if (cap.main) ink = cap.enabled ? theme.on_accent : theme.disabled;
  if (cap.lit) ink = theme.accent;
  ui.face(face, colour, cap.main ? theme.accent_pressed : theme.pressed, radius, reaction);
  if (cap.icon) {
    canvas.icon(face.x + face.width / 2, face.y + face.height / 2, theme.icon, ink, cap.icon);
  } else {
    const FontStyle style =
        cap.main || cap.special ? theme.strong : FontStyle{theme.body.family, theme.body.em * 9 / 8};
    const auto fitted = shorten(canvas.glyphs(), style, cap.text, face.width);
    canvas.words(face, style, ink, fitted.lines.front(), Align::centre);
  }
  return reaction.tapped;
}

}  // namespace paneltwin::panel
