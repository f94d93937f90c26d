// What an identity provider answers, read without a socket: RFC 8628 section 3.2, RFC 6749 sections 5.1 and 5.2, with
// the liberties that providers take.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "device/ports/identity.hpp"
#include "net/http/message.hpp"

namespace paneltwin::net::oauth {

/// An answer that grants nothing.
struct Refusal {
  /// RFC 6749's or RFC 8628's word ("authorization_pending", "invalid_grant"); empty when it made no sense at all.
  std::string error;
  std::string description;  // for the diagnosis only
  std::optional<std::chrono::seconds> retry_after;
  bool operator==(const Refusal&) const = default;

  /// The provider is not to blame for good: the same request may succeed later.
  [[nodiscard]] bool is_temporary() const;
  /// `kind` with words for logs.
  [[nodiscard]] device::Failure as(device::FailureKind kind) const;
};

/// Numbers may be strings, `verification_url` stands for `verification_uri`, and without `interval` it is 5 s.
std::expected<device::DeviceGrant, Refusal> read_device_grant(const http::Response& response, device::Instant now);

/// Without `expires_in` a token is taken to be good for five minutes.
std::expected<device::Tokens, Refusal> read_tokens(const http::Response& response, device::Instant now);

/// preferred_username, else email, else upn of an id_token, which came from the provider itself over TLS, so that its
/// signature says nothing more (OpenID Connect Core 3.1.3.7); empty when it has none.
std::string account_of(std::string_view id_token);

}  // namespace paneltwin::net::oauth
