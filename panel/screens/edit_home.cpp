#include "panel/screens/edit_home.hpp"

#include <algorithm>

#include "panel/render/icons.hpp"
#include "panel/screens/choice.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/page.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

namespace {

constexpr std::string_view way_back = "settings";  // whoever hides it could not bring anything back

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

void post(const Context& context, const device::HomeSettings& home) {
  context.post(device::command::SetHome{home}, say_when_refused());
}

std::vector<std::string> ids_of(const std::vector<const MenuItem*>& items) {
  std::vector<std::string> ids;
  for (const auto* item : items) ids.push_back(item->id);
  return ids;
}

void move(const Context& context, std::vector<std::string> ids, std::size_t from, std::size_t to) {
  std::swap(ids[from], ids[to]);
  auto home = context.state.home;
  home.order = std::move(ids);
  post(context, home);
}

/// A row with a switch, and keys that move it up and down.
void tile_row(Ui& ui, RowList& list, const Context& context, const std::vector<const MenuItem*>& items,
              std::size_t at) {
  const auto& item = *items[at];
  const auto& home = context.state.home;
  const bool shown = !contains(home.hidden, item.id);
  Rect line = list.place(ui.theme().row);
  ui.open({.role = "group", .id = "tile-" + item.id, .text = context.text(item.text), .rect = line});
  ui.canvas().fill(line, ui.theme().surface);
  const Rect down = cut_right(line, ui.theme().row), up = cut_right(line, ui.theme().row);
  if (icon_button(
          ui, up,
          {.id = "up-" + item.id, .text = context.text("home.up"), .icon = icon::arrow_up, .enabled = at > 0})) {
    move(context, ids_of(items), at, at - 1);
  }
  const bool last = at + 1 == items.size();
  if (icon_button(
          ui, down,
          {.id = "down-" + item.id, .text = context.text("home.down"), .icon = icon::arrow_down, .enabled = !last})) {
    move(context, ids_of(items), at, at + 1);
  }
  if (row(ui, line,
          {.id = "show-" + item.id,
           .text = context.text(item.text),
           .icon = item.icon,
           .end = Row::End::on_off,
           .on = shown,
           .enabled = item.id != way_back})) {
    auto changed = home;
    shown ? changed.hidden.push_back(item.id) : (void)std::erase(changed.hidden, item.id);
    post(context, changed);
  }
  ui.close();
}

}  // namespace

std::vector<const MenuItem*> home_items(const Menu& menu, const Context& context, bool all) {
  const auto& home = context.state.home;
  std::vector<const MenuItem*> items;
  for (const auto& item : menu.items) {
    if (is_there(item, context) && (all || !contains(home.hidden, item.id))) items.push_back(&item);
  }
  const auto place = [&](const MenuItem* item) { return std::ranges::find(home.order, item->id) - home.order.begin(); };
  std::ranges::stable_sort(items, {}, place);
  return items;
}

Screen edit_home_screen(ReadMenu read) {
  return {"edit-home", [read = std::move(read)](Ui& ui, const Context& context, const Rect& area) {
            RowList list(ui, "edit-home-list", title_bar(ui, context, area, context.text("screen.edit-home")), false);
            const auto* menu = read();
            if (!menu) return;
            const auto items = home_items(*menu, context, true);
            for (std::size_t i = 0; i < items.size(); ++i) tile_row(ui, list, context, items, i);
          }};
}

Screen wallpaper_screen(ReadWallpapers read) {
  return choice_screen("wallpaper", [read = std::move(read)](const Context& context) {
    const auto wallpapers = read();
    Choice choice{"wallpaper",
                  context.text("screen.wallpaper"),
                  {{"none", context.text("wallpaper.none")}},
                  context.state.home.wallpaper,
                  [](const Context& now, const std::string& id) {
                    auto home = now.state.home;
                    home.wallpaper = id == "none" ? "" : id;
                    post(now, home);
                  }};
    for (const auto& [id, one] : *wallpapers) choice.options.push_back({id, context.text(one.text)});
    if (!wallpapers->contains(choice.on)) choice.on = "none";
    return choice;
  });
}

}  // namespace paneltwin::panel
