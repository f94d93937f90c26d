// The tenant's signing key: RS256 tokens (RFC 7519) and the public half for whoever checks them (RFC 7517).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

namespace paneltwin::net::cloud {

class SigningKey {
 public:
  /// A new 2048 bit RSA key, as a JWK with its private half. Takes up to a second.
  static std::string make();
  /// Nothing when `jwk` is none.
  static std::optional<SigningKey> read(std::string_view jwk);

  [[nodiscard]] std::string sign(const boost::json::object& claims) const;
  /// The claims; nothing when the token is damaged or signed by somebody else.
  [[nodiscard]] std::optional<boost::json::object> verify(std::string_view token) const;
  /// kty, use, kid, x5t, n, e.
  [[nodiscard]] boost::json::object public_jwk() const;

 private:
  struct Key;
  explicit SigningKey(std::shared_ptr<const Key> key) : key_(std::move(key)) {}
  std::shared_ptr<const Key> key_;
};

}  // namespace paneltwin::net::cloud
