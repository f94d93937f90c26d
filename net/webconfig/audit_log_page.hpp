// Product Security > Audit Log: on or off, what is in it, and the same as CSV.
#pragma once

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

void add_audit_log_page(Site& site);

}  // namespace paneltwin::net::webconfig
