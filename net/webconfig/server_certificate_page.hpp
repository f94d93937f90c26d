// Network Security > SSL/TLS > Certificate: which one is in use, and bringing one's own. Addresses and fields are those
// that programs for the real machine use.
#pragma once

#include "net/webconfig/service.hpp"
#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

/// `service` is looked at with each visit.
void add_server_certificate_page(Site& site, const Service& service);

}  // namespace paneltwin::net::webconfig
