// Buttons with words, and buttons that are an icon.
#include <cmath>

#include "panel/render/icons.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

static float sign_width(Ui& ui, const Button& button) { return button.icon || button.starts ? ui.mm(6) : 0; }

float button_width(Ui& ui, const Button& button) {
  const float words = ui.canvas().glyphs().width(ui.theme().strong, button.text);
  return std::max(ui.mm(22), std::ceil(words + sign_width(ui, button) + ui.mm(8)));
}

bool button(Ui& ui, const Rect& rect, const Button& button) {
  const auto& theme = ui.theme();
  auto& canvas = ui.canvas();
  const float sign = sign_width(ui, button);
  const auto fitted = shorten(canvas.glyphs(), theme.strong, button.text, rect.width - ui.mm(3) - sign);
  const auto reaction = ui.add({.role = "button",
                                .id = button.id,
                                .text = button.text,
                                .rect = rect,
                                .enabled = button.enabled,
                                .pressable = true,
                                .leaves = button.leaves,
                                .is_default = button.is_default,
                                .shortened = fitted.shortened});
  Colour ink = button.primary ? theme.on_accent : theme.accent;
  if (!button.enabled) {
    canvas.fill(rect, theme.inactive, theme.radius);
    ink = theme.disabled;
  } else if (button.primary) {
    ui.face(rect, theme.accent, theme.accent_pressed, theme.radius, reaction);
  } else {
    ui.face(rect, theme.surface, theme.pressed, theme.radius, reaction);
    canvas.outline(rect, theme.accent, theme.radius, std::max(1.0f, std::round(ui.mm(0.25))));
  }
  const float words = canvas.glyphs().width(theme.strong, fitted.lines.front());
  const float left = std::round(rect.x + (rect.width - words - sign) / 2);
  const float middle = rect.y + rect.height / 2;
  if (button.starts) canvas.diamond(left + ui.mm(2), middle, ui.mm(1.7), ink);
  if (button.icon) canvas.icon(left + ui.mm(2), middle, theme.icon, ink, button.icon);
  canvas.words({left + sign, rect.y, words, rect.height}, theme.strong, ink, fitted.lines.front());
  return reaction.tapped;
}

static void badge(Ui& ui, float x, float y, const IconButton& button) {
  const auto& theme = ui.theme();
  auto& canvas = ui.canvas();
  if (button.alert) {
    canvas.circle(x, y, ui.mm(1.9), theme.bar);
    canvas.icon(x, y, {FontStyle::Family::icons, static_cast<int>(ui.mm(3.6))}, theme.error, icon::alert);
  } else if (button.badge > 0) {
    const auto count = button.badge > 99 ? std::string("99+") : std::to_string(button.badge);
    const FontStyle style{FontStyle::Family::strong_text, theme.small.em};
    const float width = std::max(ui.mm(3.6), canvas.glyphs().width(style, count) + ui.mm(1.6));
    const Rect spot{std::round(x - width / 2), std::round(y - ui.mm(1.8)), width, ui.mm(3.6)};
    canvas.fill(spot, theme.accent, ui.mm(1.8));
    canvas.words(spot, style, theme.on_accent, count, Align::centre);
  }
}

bool icon_button(Ui& ui, const Rect& rect, const IconButton& button) {
  const auto& theme = ui.theme();
  const float room = rect.width - ui.mm(1);
  const auto fitted = wrap(ui.canvas().glyphs(), theme.small, button.text, room, 2);
  const auto reaction = ui.add({.role = "button",
                                .id = button.id,
                                .text = button.text,
                                .value = button.value,
                                .rect = rect,
                                .enabled = button.enabled,
                                .selected = button.selected,
                                .pressable = true,
                                .leaves = button.leaves,
                                .shortened = button.caption && (fitted.shortened || fitted.broken)});
  ui.face(inset(rect, ui.mm(0.4)), reaction.pressed ? theme.pressed : theme.bar.faded(0), theme.pressed, theme.radius,
          reaction);
  const Colour ink = !button.enabled ? theme.disabled : button.selected ? theme.accent : theme.text;
  const float x = rect.x + rect.width / 2;
  float y = rect.y + rect.height / 2;
  const float line = line_height(theme.small);
  const float more = line * static_cast<float>(fitted.lines.size() - 1);
  if (button.caption) y -= ui.mm(2.2) + std::round(more / 2);
  ui.canvas().icon(x, y, theme.icon, ink, button.icon);
  badge(ui, x + ui.mm(2.8), y - ui.mm(2.4), button);
  if (button.caption) {
    Rect place{rect.x + ui.mm(0.5), y + ui.mm(3.2), room, ui.mm(4)};
    for (const auto& words : fitted.lines) {
      ui.canvas().words(place, theme.small, ink, words, Align::centre);
      place.y += line;
    }
  }
  return reaction.tapped;
}

}  // namespace paneltwin::panel
