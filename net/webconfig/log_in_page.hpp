// Log-in as administrator, with the machine's password, and log-off.
#pragma once

#include <string>
#include <string_view>

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

inline constexpr std::string_view session_cookie = "EPSON_COOKIE_SESSION";

/// Where to log in; the menu page `id` comes after it.
std::string log_in_address(std::string_view id);

void add_log_in_page(Site& site);

}  // namespace paneltwin::net::webconfig
