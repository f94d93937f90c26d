// Product Security > Epson Print Admin Serverless: who may use the machine, and how they log in (panel facts 4.2, 5.9).
#pragma once

#include "net/webconfig/site.hpp"

namespace paneltwin::net::webconfig {

inline constexpr std::string_view users_page = "SEC_EPA_USERS";  // inferred, as the other two
void add_authentication_page(Site& site);
/// The list of users, and the form of one.
void add_users_page(Site& site);
/// Users from and into a file.
void add_user_file_page(Site& site);

/// What a failure's detail calls a member of a user: its label, in words.
std::string user_field(std::string_view detail, const device::Catalogue& words);

}  // namespace paneltwin::net::webconfig
