// What a sign-in page shows: the state machine's values as the page's data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "device/text/catalogue.hpp"
#include "net/cloud/identity/sign_ins.hpp"
#include "net/pages/templates.hpp"

namespace paneltwin::net::cloud {

/// Data of the template "sign_in_<page>".
pages::Data view_of(const SignIn& sign_in, SignIns& sign_ins, Store& store, const device::Clock& clock,
                    const device::Catalogue& words);

struct Permission {
  std::string title, detail;
};
/// The permissions asked for, in people's words.
std::vector<Permission> permissions_of(const SignIn& sign_in, const device::Catalogue& words);
/// Whose account the page is about.
std::optional<User> shown_user(const SignIn& sign_in, SignIns& sign_ins, Store& store);

/// `location` with `reply` in its query, or after its "#".
std::string address_with(const std::string& location, const http::Fields& reply, bool fragment);

}  // namespace paneltwin::net::cloud
