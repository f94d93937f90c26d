// Fax > Fax Server > Basic (panel facts 5.6): whether faxes go through the fax server, and to which domain.
#pragma once

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

void add_fax_server_page(Site& site);

}  // namespace paneltwin::net::webconfig
