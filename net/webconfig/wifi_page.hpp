// Network > Wi-Fi: the access points around, and the one that the machine is to join.
#pragma once

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

void add_wifi_page(Site& site);

}  // namespace paneltwin::net::webconfig
