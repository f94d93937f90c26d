// Network > Email Server > Basic (guide, "Setting OAuth 2.0 authentication for the email server").
#pragma once

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

inline constexpr std::string_view email_server_page = "NW_EMAIL_BASIC";

void add_email_server_page(Site& site);

}  // namespace paneltwin::net::webconfig
