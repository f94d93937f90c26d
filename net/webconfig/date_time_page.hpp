// Device Management > Date and Time: what the machine takes the time for, and how it is written.
#pragma once

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

void add_date_time_page(Site& site);

}  // namespace paneltwin::net::webconfig
