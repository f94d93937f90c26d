#include "panel/screens/start_bar.hpp"

#include "panel/render/icons.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/entry.hpp"
#include "panel/screens/status_words.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

float start_bar_height(const Ui& ui) { return ui.theme().touch + ui.mm(2); }

StartBarTap start_bar(Ui& ui, const Context& context, Rect bar, Button key, bool star) {
  const auto& theme = ui.theme();
  const auto& state = context.state;
  ui.canvas().fill(bar, theme.bar);
  ui.canvas().line(bar.x, bar.y + 0.5f, bar.x + bar.width, bar.y + 0.5f, theme.divider, 1);
  bar = inset(bar, theme.margin, ui.mm(1));
  key.primary = key.starts = true;
  StartBarTap tap;
  tap.start = button(ui, cut_right(bar, std::max(button_width(ui, key), ui.mm(34))), key);
  cut_right(bar, theme.margin);
  if (star) {
    tap.star = icon_button(ui, cut_right(bar, theme.touch),
                           {.id = "save-preset", .text = context.text("preset.save"), .icon = icon::star});
    cut_right(bar, theme.gap);
  }
  const bool lies = state.feeder || state.glass;
  const Rect sign = cut_left(bar, ui.mm(8));
  ui.canvas().icon(sign.x + ui.mm(2.8), sign.y + sign.height / 2, theme.icon, lies ? theme.accent : theme.secondary,
                   state.feeder ? icon::feeder : icon::document);
  label(ui, bar, "original", original_words(context), {theme.body, lies ? theme.text : theme.secondary});
  return tap;
}

void name_preset(const Context& context, device::Preset preset) {
  const auto stored = [](const Context& now, const device::Result<std::int64_t>& result) {
    if (!result) return now.stage.ask(failure_message(now, result.error()));
    now.stage.say(now.text("preset.saved"));
  };
  const auto set = [preset = std::move(preset), stored](const Context& now, const std::string& name) {
    auto named = preset;
    named.name = name;
    now.post(device::command::StorePreset{std::move(named)}, stored);
  };
  const auto is_good = [](const std::string& name) { return !name.empty(); };
  context.stage.open_sheet(entry_sheet(
      {.id = "preset-name-entry", .title = "preset.name", .text = {}, .limit = 30, .is_good = is_good, .done = set}));
}

}  // namespace paneltwin::panel
