// A value set by minus and plus, with a bar that shows it.
#include <algorithm>
#include <cmath>

#include "panel/render/icons.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

/// The least value that shows a piece: nothing is no piece, and the least of others is one.
static int first_piece(const Stepper& stepper) { return stepper.least == 0 ? stepper.step : stepper.least; }

static void draw_bar(Ui& ui, const Rect& area, const Stepper& stepper) {
  const auto& theme = ui.theme();
  const float gap = ui.mm(0.6), count = static_cast<float>((stepper.most - first_piece(stepper)) / stepper.step + 1);
  const float width = (area.width - gap * (count - 1)) / count;
  Rect piece{area.x, area.y, width, area.height};
  for (int step = first_piece(stepper); step <= stepper.most; step += stepper.step, piece.x += width + gap) {
    ui.canvas().fill(piece, step <= stepper.value ? theme.accent : theme.inactive, ui.mm(0.5));
  }
}

int stepper(Ui& ui, const Rect& rect, const Stepper& stepper) {
  const auto& theme = ui.theme();
  const auto shown = std::to_string(stepper.value);
  ui.open({.role = "stepper", .id = stepper.id, .text = stepper.text, .value = shown, .rect = rect});
  if (stepper.card) ui.canvas().shadow(rect, theme.shadow, theme.radius, ui.mm(0.6));
  ui.canvas().fill(rect, theme.surface, stepper.card ? theme.radius : 0);
  if (!stepper.card) {
    const float y = rect.y + rect.height - 0.5f;
    ui.canvas().line(rect.x + theme.margin, y, rect.x + rect.width, y, theme.divider, 1);
  }
  Rect inner = inset(rect, theme.margin, 0);
  const bool up = icon_button(
      ui, cut_right(inner, theme.touch),
      {.id = stepper.id + "-plus", .text = "+", .icon = icon::plus, .enabled = stepper.value < stepper.most});
  Rect middle = cut_right(inner, std::clamp(inner.width * 0.45f, ui.mm(20), ui.mm(60)));
  const bool down = icon_button(
      ui, cut_left(middle, theme.touch),
      {.id = stepper.id + "-minus", .text = "-", .icon = icon::minus, .enabled = stepper.value > stepper.least});
  ui.canvas().words(cut_right(middle, ui.mm(6)), theme.strong, theme.text, shown, Align::right);
  draw_bar(ui, centred(middle, std::max(0.0f, middle.width - ui.mm(3)), std::round(ui.mm(3))), stepper);
  ui.canvas().words(inner, theme.body, theme.text, stepper.text);
  ui.close();
  return stepper.value + (up ? stepper.step : 0) - (down ? stepper.step : 0);
}

}  // namespace paneltwin::panel
