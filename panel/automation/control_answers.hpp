// How the control port reads bodies and says no.
#pragma once

#include <optional>
#include <string>

#include <boost/json/object.hpp>

#include "device/failure.hpp"
#include "net/http/message.hpp"
#include "panel/automation/clock_step.hpp"

namespace paneltwin::panel::control {

/// {"error": "<kind>", "message": "<what and where>"} with the status that fits: 404, 409, 400, 503.
net::http::Response refusal(const device::Failure& failure);
/// {}
net::http::Response done();
net::http::Response json_answer(const boost::json::value& value);

/// The request's body as a JSON object. Failure: invalid_value.
device::Result<boost::json::object> object_of(const net::http::Request& request);
/// The same with no other names than `known`. Failure: invalid_value.
device::Result<boost::json::object> body_of(const net::http::Request& request,
                                            std::initializer_list<std::string_view> known);
/// Failure: invalid_value, when it is missing or no text.
device::Result<std::string> text_of(const boost::json::object& body, std::string_view name);

/// {"advance": "91d"}, {"run": 60}, {"stand": true}, {"set": "2026-11-23T09:30:00Z"}. Failure: invalid_value.
device::Result<ClockStep> clock_step_of(const boost::json::object& body);

}  // namespace paneltwin::panel::control
