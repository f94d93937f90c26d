#include "panel/automation/control_answers.hpp"

#include <algorithm>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace paneltwin::panel::control {

namespace json = boost::json;
using device::FailureKind;
using net::http::Response;

static int status_of(FailureKind kind) {
  switch (kind) {
    case FailureKind::not_found:
      return 404;
    case FailureKind::not_allowed:
    case FailureKind::busy:
      return 409;
    case FailureKind::invalid_value:
      return 400;
    default:
      return 503;
  }
}

Response refusal(const device::Failure& failure) {
  return Response::json(
      json::serialize(json::object{{"error", device::name_of(failure.kind)}, {"message", failure.detail}}),
      status_of(failure.kind));
}

Response done() { return Response::json("{}"); }

Response json_answer(const json::value& value) { return Response::json(json::serialize(value)); }

device::Result<json::object> object_of(const net::http::Request& request) {
  boost::system::error_code error;
  json::parse_options strict;
  strict.max_depth = 8;
  const auto value = json::parse(request.body, error, {}, strict);
  if (error) return device::fail(FailureKind::invalid_value, "the body is no JSON: " + error.message());
  if (!value.is_object()) return device::fail(FailureKind::invalid_value, "the body is no JSON object");
  return value.get_object();
}

device::Result<json::object> body_of(const net::http::Request& request, std::initializer_list<std::string_view> known) {
  auto body = object_of(request);
  if (!body) return body;
  for (const auto& member : *body) {
    if (std::ranges::find(known, std::string_view(member.key())) == known.end()) {
      return device::fail(FailureKind::invalid_value, "unknown '" + std::string(member.key()) + "'");
    }
  }
  return body;
}

device::Result<std::string> text_of(const json::object& body, std::string_view name) {
  const auto* value = body.if_contains(name);
  if (!value || !value->is_string()) {
    return device::fail(FailureKind::invalid_value, "'" + std::string(name) + "' must be a text");
  }
  return std::string(value->get_string());
}

}  // namespace paneltwin::panel::control
