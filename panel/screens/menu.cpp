#include "panel/screens/menu.hpp"

#include "panel/screens/administrator.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/setting_rows.hpp"
#include "panel/screens/shown_value.hpp"
#include "panel/screens/stage.hpp"
#include "panel/screens/tile_pages.hpp"

namespace paneltwin::panel {

bool is_there(const MenuItem& item, const Context& context) {
  if (!item.needs.empty() && !context.model.has(item.needs)) return false;
  const auto& users = context.state.users;
  if (item.for_users && !users.user) return false;
  return !item.right || users.may(*item.right) || context.state.admin.panel_logged_in;
}

static void open_item(const MenuItem& item, const Context& context) {
  if (!item.locked) return context.stage.go(item.opens);
  when_unlocked(context, [opens = item.opens](const Context& now) { now.stage.go(opens); });
}

void show_tiles(Ui& ui, const Context& context, const Rect& area, const std::vector<const MenuItem*>& items,
                std::size_t& page) {
  std::vector<Tile> tiles;
  tiles.reserve(items.size());
  for (const auto* item : items) {
    tiles.push_back({item->id, context.text(item->text), item->icon, item->locked && context.is_locked()});
  }
  const PageWords words{context.text("key.previous-page"), context.text("key.next-page")};
  if (const auto tapped = tile_pages(ui, area, tiles, words, page)) open_item(*items[*tapped], context);
}

static std::vector<const MenuItem*> items_there(const Menu& menu, const Context& context) {
  std::vector<const MenuItem*> items;
  for (const auto& item : menu.items) {
    if (is_there(item, context) && (!item.setting || is_shown(context, *item.setting))) items.push_back(&item);
  }
  return items;
}

static void show_rows(Ui& ui, const Context& context, const Rect& area, const Menu& menu) {
  const auto items = items_there(menu, context);
  RowList list(ui, menu.id + "-list", area, true, items.size());
  for (const auto* item : items) {
    if (item->setting) {
      setting_row(list, context, *item->setting, item->icon);
      continue;
    }
    if (list.row({.id = item->id,
                  .text = context.text(item->text),
                  .value = shown_value(item->value, context),
                  .icon = item->icon,
                  .locked = item->locked && context.is_locked()})) {
      open_item(*item, context);
    }
  }
}

Screen menu_screen(std::string id, ReadMenu read) {
  return {std::move(id),
          [read = std::move(read), page = std::size_t{0}](Ui& ui, const Context& context, Rect area) mutable {
            const auto menu = read();
            if (!menu) return;
            area = title_bar(ui, context, area, context.text(menu->title));
            if (menu->tiles) return show_tiles(ui, context, area, items_there(*menu, context), page);
            show_rows(ui, context, area, *menu);
          }};
}

}  // namespace paneltwin::panel
