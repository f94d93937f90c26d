// What the administrator sets about the administrator: the password, and whom people are to ask.
#pragma once

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

/// Product Security > Change Administrator Password.
void add_administrator_password_page(Site& site);
/// Device Management > Administrator Name/Contact Information.
void add_contact_page(Site& site);

}  // namespace paneltwin::net::webconfig
