// What the control port says of itself: OpenAPI for programs, a page for people. The addresses are those of the route
// table; assets/control/openapi.json describes them.
#pragma once

#include "device/assets.hpp"
#include "device/text/catalogue.hpp"
#include "net/http/router.hpp"

namespace paneltwin::panel::control {

/// GET /paneltwin/openapi.json and GET /paneltwin, which tell of all that is in `router` then. It must outlive itself.
void add_description_routes(net::http::Router& router, const device::Assets& assets, const device::Texts& texts);

}  // namespace paneltwin::panel::control
