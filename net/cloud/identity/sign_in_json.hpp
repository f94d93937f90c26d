// A sign-in page as JSON, for whoever draws it without HTML: the same state machine behind the same addresses.
#pragma once

#include <boost/json/object.hpp>

#include "device/text/catalogue.hpp"
#include "net/cloud/identity/sign_ins.hpp"

namespace paneltwin::net::cloud {

/// page, flow, canary; and, where they apply, user, app, problem and its name, permissions, location, error.
boost::json::object json_of(const SignIn& sign_in, SignIns& sign_ins, Store& store, const device::Clock& clock,
                            const device::Catalogue& words);

/// True when the request asks for JSON and not for a page.
bool wants_json(const http::Request& request);

}  // namespace paneltwin::net::cloud
