// The tabs on top and the menu at the left: only pages that are there, and only what the visitor may see.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "device/text/catalogue.hpp"
#include "net/pages/templates.hpp"

namespace paneltwin::net::webconfig {

struct MenuItem {
  std::string_view id;     // folder of the page's address: "NW_EMAIL_BASIC"
  std::string_view words;  // catalogue key
  std::string_view group;  // catalogue key of the heading above it; empty: none
  bool for_everyone;       // seen without a log-in
};

struct MenuTab {
  std::string_view words;  // catalogue key
  std::span<const MenuItem> items;
};

/// "/PRESENTATION/ADVANCED/<id>/<verb>"
std::string address(std::string_view id, std::string_view verb = "TOP");
/// True when `id` is a page of the menu.
bool is_menu_page(std::string_view id);

/// Puts `tabs`, `items` and `title` into `data`, for the page `id`.
void put_menu(pages::Data& data, std::string_view id, bool logged_in, const device::Catalogue& words);

}  // namespace paneltwin::net::webconfig
