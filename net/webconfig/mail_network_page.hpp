// Network > Network for Email, with the expansion board: on which of the two networks the machine's mail goes out
// (panel facts 5.7 and 9; the page's own shape is inferred).
#pragma once

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

void add_mail_network_page(Site& site);

}  // namespace paneltwin::net::webconfig
