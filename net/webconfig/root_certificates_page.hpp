// Network Security > Root Certificate Update: which list of public authorities the machine knows, and a newer one from
// the maker.
#pragma once

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

void add_root_certificates_page(Site& site);

}  // namespace paneltwin::net::webconfig
