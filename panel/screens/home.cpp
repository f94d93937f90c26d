#include "panel/screens/home.hpp"

#include <algorithm>

#include "panel/render/icons.hpp"
#include "panel/screens/administrator.hpp"
#include "panel/screens/edit_home.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/stage.hpp"
#include "panel/screens/status_words.hpp"
#include "panel/screens/user_log_in.hpp"
#include "panel/sound/sounds.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

static bool needs_supplies(const device::State& state) {
  return std::ranges::any_of(state.conditions.supplies, [](const auto& supply) { return supply.is_low(); });
}

static void top_bar(Ui& ui, const Context& context, Rect bar) {
  const auto& theme = ui.theme();
  const auto& state = context.state;
  ui.canvas().fill(bar, theme.bar);
  const float y = bar.y + bar.height - 0.5f;
  ui.canvas().line(bar.x, y, bar.x + bar.width, y, theme.divider, 1);
  ui.open({.role = "toolbar", .id = "top-bar", .rect = bar});
  cut_left(bar, theme.margin);
  cut_right(bar, ui.mm(1));
  if (!is_roomy(ui) && has_lock_key(context)) lock_key(ui, context, cut_right(bar, ui.mm(10)), false);
  if (icon_button(ui, cut_right(bar, ui.mm(10)),
                  {.id = "help-icon", .text = context.text("screen.help"), .icon = icon::help})) {
    context.stage.go("help");
  }
  const bool sounds = is_anything_heard(state.settings);
  if (icon_button(ui, cut_right(bar, ui.mm(10)),
                  {.id = "sound-icon",
                   .text = context.text("screen.sound"),
                   .icon = sounds ? icon::volume : icon::mute,
                   .value = context.text(sounds ? "value.on" : "value.off")})) {
    when_unlocked(context, [](const Context& now) { now.stage.go("sound"); });
  }
  if (state.settings.is_on("quiet-mode") &&
      icon_button(ui, cut_right(bar, ui.mm(10)),
                  {.id = "quiet-mode-icon", .text = context.text("setting.quiet-mode"), .icon = icon::quiet})) {
    context.stage.go("sound");
  }
  if (icon_button(ui, cut_right(bar, ui.mm(10)),
                  {.id = "network-icon",
                   .text = context.text("screen.network-status"),
                   .icon = state.network.link ? icon::lan_connected : icon::lan_disconnected,
                   .value = context.text(state.network.link ? "network.connected" : "network.disconnected")})) {
    context.stage.go("wired-lan-status");
  }
  const bool supplies_fine = !needs_supplies(state);
  if (icon_button(ui, cut_right(bar, ui.mm(10)),
                  {.id = "supply-icon",
                   .text = context.text("screen.supply-status"),
                   .icon = icon::supplies,
                   .value = context.text(supplies_fine ? "supply.good" : "supply.low"),
                   .alert = !supplies_fine})) {
    context.stage.go("supply-status");
  }
  user_key(ui, context, bar);
  const auto& name = state.product.model_name;
  auto look = theme.title;
  for (const auto smaller : {theme.body, theme.small}) {
    if (ui.canvas().glyphs().width(look, name) > bar.width) look = smaller;
  }
  label(ui, bar, "title", name, {look, theme.text});
  ui.close();
}

static void status_line(Ui& ui, const Context& context, Rect line) {
  const auto& theme = ui.theme();
  if (!is_roomy(ui)) {
    const Button key{.id = "job-status", .text = context.text("screen.job-status"), .icon = icon::clipboard};
    Rect place = cut_right(line, button_width(ui, key) + theme.margin);
    cut_right(place, theme.margin);
    if (button(ui, place, key)) context.stage.go("job-status");
  }
  cut_left(line, theme.margin);
  Rect sign = cut_left(line, ui.mm(7));
  const auto looks = machine_sign(context, theme);
  ui.canvas().icon(sign.x + ui.mm(2.8), sign.y + sign.height / 2, theme.icon, looks.colour, looks.icon);
  const auto words = machine_status(context);
  if (ui.canvas().glyphs().width(theme.body, words) <= line.width) {
    return label(ui, line, "machine-status", words, {theme.body, theme.text});
  }
  const float height = paragraph_height(ui, words, theme.small, line.width);
  paragraph(ui, centred(line, line.width, std::min(height, line.height)), "machine-status", words,
            {theme.small, theme.text});
}

Screen home_screen(ReadMenu read, ReadWallpapers wallpapers) {
  return {"home", [read = std::move(read), wallpapers = std::move(wallpapers), tile_page = std::size_t{0}](
                      Ui& ui, const Context& context, Rect page) mutable {
            const auto all = wallpapers();
            const auto wallpaper = all->find(context.state.home.wallpaper);
            if (wallpaper != all->end()) draw_wallpaper(ui, page, wallpaper->second);
            top_bar(ui, context, cut_top(page, ui.theme().bar_height));
            cut_bottom(page, ui.theme().gap);
            status_line(ui, context, cut_bottom(page, ui.theme().touch));
            if (needs_log_in(context)) return show_log_in(ui, context, page);
            if (const auto* menu = read()) show_tiles(ui, context, page, home_items(*menu, context, false), tile_page);
          }};
}

}  // namespace paneltwin::panel
