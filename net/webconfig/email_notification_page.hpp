// Device Management > Email Notification (panel facts 5.7): five destinations, and what each hears of.
#pragma once

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

void add_email_notification_page(Site& site);

}  // namespace paneltwin::net::webconfig
