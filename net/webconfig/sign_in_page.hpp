// The way from "Sign in" on the e-mail server page to the code, and back when the person has signed in.
#pragma once

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

void add_sign_in_page(Site& site);

}  // namespace paneltwin::net::webconfig
