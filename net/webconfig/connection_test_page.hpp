// Email Server > Connection Test: one message, from the true cause (panel facts 5.5).
#pragma once

#include "net/webconfig/mail_pages.hpp"
#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

void add_connection_test_page(Site& site, const MailPages& pages);

}  // namespace paneltwin::net::webconfig
