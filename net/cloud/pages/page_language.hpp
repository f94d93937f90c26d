// Which language one of the cloud's pages is in: what its address says, else what was chosen before, else the
// browser's.
#pragma once

#include <string>

#include "device/text/catalogue.hpp"
#include "net/http/message.hpp"

namespace paneltwin::net::cloud {

/// "lang", "ui_locales" and "mkt" in the address count, in this order.
const device::Catalogue& page_language(const http::Request& request, const device::Texts& texts);
/// Keeps the language that the address chooses; does nothing when it chooses none.
void keep_language(const http::Request& request, const device::Texts& texts, http::Response& response);

}  // namespace paneltwin::net::cloud
