// Menus from assets/menus/*.yaml:
//
//   menu: network-settings
//   title: screen.network-settings        # catalogue key
//   style: rows                           # or tiles
//   items:
//     - id: network-status                # stable name of the row
//       text: screen.network-status
//       icon: lan                         # may be left out in rows
//       opens: network-status             # a menu or a screen
//       value: language                   # a shown value, may be left out
//       needs: scan-to-email              # a function of the model; without it the item is absent
//       right: scan                       # where users log in, only for those with this right
//       for-users: true                   # only while a user is logged in
//       locked: true                      # Lock Setting covers it
//     - setting: sleep-timer              # a declared setting (assets/settings/): `icon` may be added, in rows only
#pragma once

#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "device/assets.hpp"
#include "device/settings/setting_table.hpp"
#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

struct MenuItem {
  std::optional<device::Setting> setting;  // then all but the icon comes from it
  std::string id, text, opens, value, needs;
  char32_t icon = 0;
  std::optional<device::Right> right;
  bool for_users = false;
  bool locked = false;
  device::FilePlace place;
};

struct Menu {
  std::string id, title;
  bool tiles = false;
  device::FilePlace place;
  std::vector<MenuItem> items;
};

using Menus = std::map<std::string, Menu, std::less<>>;

/// All menus. `screens` are the ids that items may open besides menus, `values` those they may show, `settings` what
/// they may set.
std::expected<Menus, device::FileError> load_menus(const device::Assets& assets, const device::Catalogue& words,
                                                   const std::vector<std::string>& screens,
                                                   const std::vector<std::string>& values,
                                                   const device::SettingTable& settings);

/// The menus gone through from home to what opens `id`, home first; empty when nothing opens it.
std::vector<std::string> way_to(const Menus& menus, std::string_view id);

/// The items to tap from home to `id`; empty when nothing opens it, or for home.
std::vector<std::string> taps_to(const Menus& menus, std::string_view id);

/// A menu is asked for anew each frame: its file may have been saved meanwhile. Null once it is gone.
using ReadMenu = std::function<const Menu*()>;

/// The screen of a menu.
Screen menu_screen(std::string id, ReadMenu menu);
/// The model and the user have it.
bool is_there(const MenuItem& item, const Context& context);
/// These tiles alone, for the home screen; `page` is turned by sweeps.
void show_tiles(Ui& ui, const Context& context, const Rect& area, const std::vector<const MenuItem*>& items,
                std::size_t& page);

}  // namespace paneltwin::panel
