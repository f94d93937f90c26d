// The identity provider's errors, in one table: number, OAuth error, HTTP status, suberror and words of the protocol.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "device/clock.hpp"

namespace paneltwin::net::cloud {

struct AadstsError {
  int code = 0;
  std::string error;  // "invalid_grant"
  int status = 400;
  std::string suberror;  // empty: none
  std::string text;      // after "AADSTSnnn: "
};

/// The error with number `code`; each {} of its words is replaced in turn. An unknown number is a bug and throws.
AadstsError aadsts(int code, std::initializer_list<std::string_view> values = {});
/// The same for a number that somebody asks about, with "…" for what differs from case to case; nothing when unknown.
std::optional<AadstsError> explained(int code);

/// Ids that people and logs find a failure by.
struct Trace {
  std::string trace_id;        // ours, new for each request
  std::string correlation_id;  // the client's "client-request-id", else ours
};

/// "AADSTS70016: … Trace ID: … Correlation ID: … Timestamp: …"
std::string described(const AadstsError& error, const Trace& trace, device::Instant now);
/// The JSON body of a refusal.
boost::json::object body_of(const AadstsError& error, const Trace& trace, device::Instant now,
                            std::string_view base_url);
/// "2021-05-03 15:01:36Z"
std::string aadsts_time(device::Instant at);
/// "2021-05-03T15:01:36.0000000Z": times within the words
std::string aadsts_precise_time(device::Instant at);

}  // namespace paneltwin::net::cloud
