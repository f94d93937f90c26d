// Device Management > Export and Import Setting Value, and Restore Default Settings.
#pragma once

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

void add_move_settings_pages(Site& site);

}  // namespace paneltwin::net::webconfig
