#include "panel/screens/progress_box.hpp"

#include <algorithm>
#include <cmath>

#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

ProgressTap progress_box(Ui& ui, const Context& context, const ProgressBox& box) {
  const auto& theme = ui.theme();
  const Rect frame = centred(ui.glass(), std::min(ui.glass().width - ui.mm(8), ui.mm(110)), ui.mm(42));
  ui.open({.role = "dialog", .id = box.id, .text = box.title, .value = box.detail, .rect = frame});
  ui.canvas().shadow(frame, theme.shadow, theme.radius, ui.mm(2));
  ui.canvas().fill(frame, theme.surface, theme.radius * 1.5f);
  Rect rest = inset(frame, ui.mm(4));
  Rect buttons = cut_bottom(rest, ui.mm(10));
  label(ui, cut_top(rest, ui.mm(8)), "title", box.title, {theme.title, theme.text, Align::centre});
  label(ui, cut_top(rest, ui.mm(6)), "detail", box.detail, {theme.body, theme.secondary, Align::centre});
  Rect line = cut_top(rest, ui.mm(5));
  progress(ui, centred(line, line.width - ui.mm(4), std::round(ui.mm(1.6))), "progress", box.share);
  auto tap = ProgressTap::none;
  const float width = std::round((buttons.width - ui.mm(3)) / 2);
  if (!box.close_text.empty()) {
    const Button close{.id = "close", .text = box.close_text, .primary = true, .leaves = true, .is_default = true};
    if (button(ui, cut_right(buttons, width), close)) tap = ProgressTap::close;
    buttons.width = width;
  } else {
    buttons = centred(buttons, width, buttons.height);
  }
  if (button(ui, buttons, {.id = "cancel", .text = context.text("button.cancel"), .enabled = box.may_cancel})) {
    tap = ProgressTap::cancel;
  }
  ui.close();
  return tap;
}

}  // namespace paneltwin::panel
