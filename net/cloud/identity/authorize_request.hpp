// What a browser brings to the sign-in pages from a program: the authorization request (RFC 6749 4.1.1, RFC 7636) and
// the request for an administrator's consent.
#pragma once

#include <expected>

#include "net/cloud/identity/sign_in.hpp"
#include "net/cloud/store/store.hpp"
#include "net/http/message.hpp"

namespace paneltwin::net::cloud {

/// `tenant`: first part of the address; `fields`: its query, or the posted form. The error is for the person: nobody is
/// sent to an address that the program has not registered.
std::expected<SignIn, AadstsError> read_authorize_request(Store& store, const std::string& tenant,
                                                          const http::Fields& fields);
/// The same for /adminconsent.
std::expected<SignIn, AadstsError> read_admin_consent_request(Store& store, const std::string& tenant,
                                                              const http::Fields& fields);

/// True when `uri` is one of the application's; "http://localhost" stands for every port and path of this machine
/// (RFC 8252 7.3).
bool may_return_to(const Application& application, std::string_view uri);

}  // namespace paneltwin::net::cloud
