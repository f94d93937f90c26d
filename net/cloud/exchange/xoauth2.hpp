// The blob of AUTH XOAUTH2: base64("user=" address ^A "auth=Bearer " token ^A ^A), as Exchange documents it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paneltwin::net::cloud {

struct Bearer {
  std::string user, token;
};

/// Strict base64 (RFC 4648 4): whole groups of four, padding at the end only. Nothing when it is not that.
std::optional<std::string> from_base64(std::string_view text);

/// Reads the decoded blob; nothing when a part is missing, comes twice, or is unknown.
std::optional<Bearer> parse_xoauth2(std::string_view blob);

}  // namespace paneltwin::net::cloud
