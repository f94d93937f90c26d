// Reads the bodies of commands as strictly as the standard asks: what is missing or of another type is an invalid
// argument that names it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "panel/automation/webdriver/error.hpp"

namespace paneltwin::panel::webdriver {

/// A request's body, which must be a JSON object.
Outcome<boost::json::object> parse_body(std::string_view body);

Outcome<std::string> text_in(const boost::json::object& body, std::string_view name);
/// A whole number from `least` to 2^53-1; 3.0 counts as one.
Outcome<std::int64_t> integer_in(const boost::json::object& body, std::string_view name,
                                 std::int64_t least = -9'007'199'254'740'991);
Outcome<std::int64_t> integer(const boost::json::value& value, std::string_view name, std::int64_t least);

}  // namespace paneltwin::panel::webdriver
