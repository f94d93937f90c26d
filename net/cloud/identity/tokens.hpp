// Access, id and refresh tokens: what they hold, how they are made, and how they are read again.
#pragma once

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "device/clock.hpp"
#include "net/cloud/identity/access_rules.hpp"
#include "net/cloud/identity/scopes.hpp"
#include "net/cloud/identity/sealed_box.hpp"
#include "net/cloud/identity/signing_key.hpp"
#include "net/cloud/store/store.hpp"

namespace paneltwin::net::cloud {

/// What a person let a program have.
struct Grant {
  User user;
  std::string client_id, application_name;
  Scopes scopes;
  SignInContext context;
  std::string nonce;  // of the id token; empty: none
};

/// What a refresh token holds.
struct RefreshToken {
  std::string user, client_id, scope;
  int generation = 0;
  Instant issued_at{};
  SignInContext context;
};

/// Why an access token is no good; the sign-in log shows it, the program at the other end never learns it.
enum class TokenFault { malformed, expired, not_yet_valid, wrong_audience, missing_permission, unknown_user, disabled };

class Tokens {
 public:
  Tokens(Store& store, const device::Clock& clock, SigningKey key, SealedBox box)
      : store_(store), clock_(clock), key_(std::move(key)), box_(std::move(box)) {}

  /// The body of a token answer. `origin` is the address that the program knows the provider by.
  [[nodiscard]] boost::json::object issue(const Grant& grant, std::string_view origin, bool client_info) const;
  [[nodiscard]] std::optional<RefreshToken> read_refresh(std::string_view token) const;
  /// Whose token this is, when it is good for one of `permissions` at `resource` now.
  [[nodiscard]] std::expected<User, TokenFault> check_access(std::string_view token, Resource resource,
                                                             std::span<const std::string_view> permissions) const;
  /// What an access token says; nothing when it is none of ours. Whether it is good, check_access() tells.
  [[nodiscard]] std::optional<boost::json::object> claims_in(std::string_view access_token) const;
  [[nodiscard]] const SigningKey& key() const { return key_; }
  [[nodiscard]] const SealedBox& box() const { return box_; }

 private:
  [[nodiscard]] std::string access_token(const Grant& grant, std::string_view origin, std::int64_t now,
                                         std::int64_t lifetime) const;
  [[nodiscard]] std::string id_token(const Grant& grant, std::string_view origin, std::int64_t now) const;

  Store& store_;
  const device::Clock& clock_;
  SigningKey key_;
  SealedBox box_;
};

inline constexpr std::chrono::hours refresh_lifetime{90 * 24};  // without use

}  // namespace paneltwin::net::cloud
