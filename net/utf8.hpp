// What strangers send may hold any bytes; what is kept, shown and answered in JSON and HTML is UTF-8.
#pragma once

#include <string>

namespace paneltwin::net {

/// `text` with U+FFFD in the place of each byte that device::is_utf8() objects to.
[[nodiscard]] std::string valid_utf8(std::string text);

}  // namespace paneltwin::net
