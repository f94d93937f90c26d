#include "net/webconfig/menu.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace paneltwin::net::webconfig {

namespace {

constexpr std::array status_items{
    MenuItem{"INFO_PRTINFO", "webconfig.product_status", ""},
    MenuItem{"INFO_NWINFO", "webconfig.network_status", ""},
};
constexpr std::array network_items{
    MenuItem{"NW_EMAIL_BASIC", "webconfig.basic", "webconfig.email_server"},
    MenuItem{"NW_EMAIL_TEST", "webconfig.connection_test", "webconfig.email_server"},
};
constexpr std::array<MenuTab, 2> tabs{{
    {"webconfig.tab.status", false, status_items},
    {"webconfig.tab.network", true, network_items},
}};

const MenuItem* item_of(std::string_view id) {
  for (const auto& tab : tabs) {
    const auto found = std::ranges::find(tab.items, id, &MenuItem::id);
    if (found != tab.items.end()) return &*found;
  }
  return nullptr;
}

pages::Data items_of(const MenuTab& tab, std::string_view id, const device::Catalogue& words) {
  pages::Data items{pages::Data::type::list};
  std::string_view group;
  for (const auto& item : tab.items) {
    pages::Data shown;
    shown.set("href", address(item.id));
    shown.set("name", std::string(words.text(item.words)));
    shown.set("selected", item.id == id);
    if (item.group != group) shown.set("group", std::string(words.text(item.group)));
    group = item.group;
    items.push_back(shown);
  }
  return items;
}

}  // namespace

std::span<const MenuTab> menu() { return tabs; }

std::string address(std::string_view id, std::string_view verb) {
  return fmt::format("/PRESENTATION/ADVANCED/{}/{}", id, verb);
}

bool is_menu_page(std::string_view id) { return item_of(id) != nullptr; }

void put_menu(pages::Data& data, std::string_view id, bool logged_in, const device::Catalogue& words) {
  pages::Data shown_tabs{pages::Data::type::list};
  for (const auto& tab : menu()) {
    if (tab.for_administrator && !logged_in) continue;
    const bool selected = std::ranges::find(tab.items, id, &MenuItem::id) != tab.items.end();
    pages::Data shown;
    shown.set("href", address(tab.items.front().id));
    shown.set("name", std::string(words.text(tab.words)));
    shown.set("selected", selected);
    shown_tabs.push_back(shown);
    if (selected) data.set("items", items_of(tab, id, words));
  }
  data.set("tabs", shown_tabs);
  if (const auto* item = item_of(id)) {
    data.set("title", std::string(words.text(item->words)));
    if (!item->group.empty()) data.set("title_group", std::string(words.text(item->group)));
  }
}

}  // namespace paneltwin::net::webconfig
