// The tabs on top and the menu at the left: only pages that are there, and only what the visitor may see. A page of
// one's own is one line in menu.cpp, a catalogue key for its name, and an add_…_page(Site&) in webconfig.cpp.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>

#include "device/settings/product.hpp"
#include "device/text/catalogue.hpp"
#include "net/pages/templates.hpp"

namespace paneltwin::net::webconfig {

struct MenuItem {
  std::string_view id;          // folder of the page's address: "NW_EMAIL_BASIC"
  std::string_view words;       // catalogue key
  std::string_view group = {};  // catalogue key of the heading above it; empty: none
  bool for_everyone = false;    // seen without a log-in
  std::string_view needs = {};  // a function of the model ("fax"); empty: every model has the page
};

struct MenuTab {
  std::string_view words;  // catalogue key
  std::span<const MenuItem> items;
};

/// Who looks, at which machine.
struct MenuView {
  bool logged_in;
  const device::Product& product;
  const std::set<std::string, std::less<>>& pages;  // addresses that are there: a page of settings may not be
};

/// "/PRESENTATION/ADVANCED/<id>/<verb>"
std::string address(std::string_view id, std::string_view verb = "TOP");
/// True when `id` is a page of the menu.
bool is_menu_page(std::string_view id);
/// False for a page of a function that this model lacks.
bool is_on_model(std::string_view id, const device::Product& product);
/// Every page of the menu, in its order; for tests.
std::span<const MenuTab> whole_menu();

/// Puts `tabs`, `items` and `title` into `data`, for the page `id`.
void put_menu(pages::Data& data, std::string_view id, const MenuView& view, const device::Catalogue& words);

}  // namespace paneltwin::net::webconfig
