// The settings of a mail server: Network > Email Server > Basic (guide, "Setting OAuth 2.0 authentication for the email
// server"), and Fax > Fax Server > Email Server Settings.
#pragma once

#include "net/webconfig/mail_pages.hpp"
#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

void add_email_server_page(Site& site, const MailPages& pages);

}  // namespace paneltwin::net::webconfig
