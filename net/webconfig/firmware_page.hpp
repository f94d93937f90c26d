// Device Management > Firmware Update: from the maker's site, or from a file that the administrator brings.
#pragma once

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

void add_firmware_page(Site& site);

}  // namespace paneltwin::net::webconfig
