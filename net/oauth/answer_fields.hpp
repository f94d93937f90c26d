// The members of a provider's JSON, taken with care: anything may be missing, huge, or of another type.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

namespace paneltwin::net::oauth {

constexpr std::size_t address_limit = 2048;

/// Nothing when `text` is not JSON, or not an object.
std::optional<boost::json::object> object_in(std::string_view text);

/// A text without control characters, not longer than `limit`; empty when it is missing or something else.
std::string text_of(const boost::json::object& object, std::string_view name, std::size_t limit);

/// A secret as RFC 6749 allows it: visible ASCII; empty when it is missing or something else.
std::string token_of(const boost::json::object& object, std::string_view name);

/// An address that people are sent to: http or https and nothing else, since pages make a link of it.
std::string address_of(const boost::json::object& object, std::string_view name);

/// Also "900" and 900.0, a year at most; nothing when it is missing, negative or no number.
std::optional<std::chrono::seconds> seconds_of(const boost::json::object& object, std::string_view name);

/// For logs: the first line of a text, without control characters, cut short.
std::string first_line_of(const boost::json::object& object, std::string_view name);

}  // namespace paneltwin::net::oauth
