// Network Security > CA Certificate: whom the machine believes beside its own roots.
#pragma once

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

void add_authorities_page(Site& site);

}  // namespace paneltwin::net::webconfig
