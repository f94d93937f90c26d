#include "panel/automation/webdriver/arguments.hpp"

#include <cmath>

#include <boost/json/parse.hpp>

namespace paneltwin::panel::webdriver {

namespace json = boost::json;

static constexpr std::int64_t safe_integer = 9'007'199'254'740'991;

Outcome<json::object> parse_body(std::string_view body) {
  boost::system::error_code error;
  json::parse_options strict;
  strict.max_depth = 16;
  const auto value = json::parse(body, error, {}, strict);
  if (error) return refuse(ErrorCode::invalid_argument, "the body is no JSON: " + error.message());
  if (!value.is_object()) return refuse(ErrorCode::invalid_argument, "the body is no JSON object");
  return value.get_object();
}

Outcome<std::string> text_in(const json::object& body, std::string_view name) {
  const auto* value = body.if_contains(name);
  if (value && value->is_string()) return std::string(value->get_string());
  return refuse(ErrorCode::invalid_argument, "'" + std::string(name) + "' must be a string");
}

Outcome<std::int64_t> integer(const json::value& value, std::string_view name, std::int64_t least) {
  std::int64_t number = 0;
  bool whole = true;
  if (value.is_int64()) {
    number = value.get_int64();
  } else if (value.is_double() && std::abs(value.get_double()) <= static_cast<double>(safe_integer)) {
    number = static_cast<std::int64_t>(value.get_double());
    whole = static_cast<double>(number) == value.get_double();
  } else {
    whole = false;
  }
  if (whole && number >= least && number <= safe_integer) return number;
  return refuse(ErrorCode::invalid_argument,
                "'" + std::string(name) + "' must be a whole number" +
                    (least > -safe_integer ? " from " + std::to_string(least) : std::string()));
}

Outcome<std::int64_t> integer_in(const json::object& body, std::string_view name, std::int64_t least) {
  const auto* value = body.if_contains(name);
  return integer(value ? *value : json::value(), name, least);
}

}  // namespace paneltwin::panel::webdriver
