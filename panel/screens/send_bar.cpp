#include "panel/screens/send_bar.hpp"

#include "panel/render/icons.hpp"
#include "panel/screens/status_words.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

float send_bar_height(const Ui& ui) { return ui.theme().touch + ui.mm(2); }

bool send_bar(Ui& ui, const Context& context, Rect bar, bool enabled) {
  const auto& theme = ui.theme();
  const auto& state = context.state;
  ui.canvas().fill(bar, theme.bar);
  ui.canvas().line(bar.x, bar.y + 0.5f, bar.x + bar.width, bar.y + 0.5f, theme.divider, 1);
  bar = inset(bar, theme.margin, ui.mm(1));
  const Button key{
      .id = "send", .text = context.text("scan.send"), .primary = true, .enabled = enabled, .starts = true};
  const bool tapped = button(ui, cut_right(bar, std::max(button_width(ui, key), ui.mm(34))), key);
  cut_right(bar, theme.margin);
  const bool lies = state.feeder || state.glass;
  const Rect sign = cut_left(bar, ui.mm(8));
  ui.canvas().icon(sign.x + ui.mm(2.8), sign.y + sign.height / 2, theme.icon, lies ? theme.accent : theme.secondary,
                   state.feeder ? icon::feeder : icon::document);
  label(ui, bar, "original", original_words(context), {theme.body, lies ? theme.text : theme.secondary});
  return tapped;
}

}  // namespace paneltwin::panel
