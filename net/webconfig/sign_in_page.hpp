// The way from "Sign in" on the page of a mail server to the code, and back when the person has signed in.
#pragma once

#include "net/webconfig/mail_pages.hpp"
#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

void add_sign_in_page(Site& site, const MailPages& pages);

}  // namespace paneltwin::net::webconfig
