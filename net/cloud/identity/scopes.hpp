// What a program asks for: the permissions in a scope parameter, each of one resource.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "net/cloud/identity/aadsts.hpp"

namespace paneltwin::net::cloud {

enum class Resource { exchange, graph };

struct Scopes {
  Resource resource = Resource::graph;
  std::vector<std::string> permissions;  // of the resource, as it names them: "SMTP.Send"
  bool openid = false, profile = false, email = false, offline_access = false;

  /// As the store and the token answer write them: "https://outlook.office.com/SMTP.Send openid".
  [[nodiscard]] std::vector<std::string> in_full() const;
  [[nodiscard]] std::string text() const;
  /// Those of in_full() that an access token carries.
  [[nodiscard]] std::string granted() const;
};

/// Errors: 900144 (none), 70011 (not a scope), 700022 (two resources), 650053 (not known to the resource).
std::expected<Scopes, AadstsError> parse_scopes(std::string_view text, std::string_view application_name);

/// "https://outlook.office.com": `aud` of tokens, and the front of its permissions.
std::string_view audience_of(Resource resource);

}  // namespace paneltwin::net::cloud
