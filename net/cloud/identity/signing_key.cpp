#include "net/cloud/identity/signing_key.hpp"

#include <stdexcept>

#include <boost/json.hpp>
#include <cjose/cjose.h>

#include "net/cloud/identity/ids.hpp"

namespace paneltwin::net::cloud {

namespace json = boost::json;

namespace {

struct ReleaseKey {
  void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
};
struct ReleaseToken {
  void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
};
struct ReleaseHeader {
  void operator()(cjose_header_t* header) const { cjose_header_release(header); }
};
using KeyHandle = std::unique_ptr<cjose_jwk_t, ReleaseKey>;
using Token = std::unique_ptr<cjose_jws_t, ReleaseToken>;
using Header = std::unique_ptr<cjose_header_t, ReleaseHeader>;

constexpr std::size_t key_bits = 2048;
constexpr std::uint8_t exponent[] = {1, 0, 1};

std::string taken(char* text) {
  std::string copy = text ? text : "";
  cjose_get_dealloc()(text);
  return copy;
}

}  // namespace

struct SigningKey::Key {
  KeyHandle handle;
  std::string id;
};

std::string SigningKey::make() {
  cjose_err error;
  const KeyHandle key(cjose_jwk_create_RSA_random(key_bits, exponent, sizeof exponent, &error));
  const auto id = new_secret(20);
  if (!key || !cjose_jwk_set_kid(key.get(), id.c_str(), id.size(), &error)) {
    throw std::runtime_error("no RSA key can be made");
  }
  return taken(cjose_jwk_to_json(key.get(), true, &error));
}

std::optional<SigningKey> SigningKey::read(std::string_view jwk) {
  cjose_err error;
  KeyHandle handle(cjose_jwk_import(jwk.data(), jwk.size(), &error));
  if (!handle || cjose_jwk_get_kty(handle.get(), &error) != CJOSE_JWK_KTY_RSA) return std::nullopt;
  const char* id = cjose_jwk_get_kid(handle.get(), &error);
  if (!id) return std::nullopt;
  return SigningKey(std::make_shared<const Key>(Key{std::move(handle), id}));
}

std::string SigningKey::sign(const json::object& claims) const {
  cjose_err error;
  const Header header(cjose_header_new(&error));
  const std::pair<const char*, std::string> fields[] = {
      {"typ", "JWT"}, {CJOSE_HDR_ALG, CJOSE_HDR_ALG_RS256}, {"x5t", key_->id}, {CJOSE_HDR_KID, key_->id}};
  for (const auto& [name, value] : fields) {
    if (!cjose_header_set(header.get(), name, value.c_str(), &error)) throw std::runtime_error("no token header");
  }
  const auto body = json::serialize(claims);
  const Token token(cjose_jws_sign(key_->handle.get(), header.get(), reinterpret_cast<const std::uint8_t*>(body.data()),
                                   body.size(), &error));
  const char* text = nullptr;
  if (!token || !cjose_jws_export(token.get(), &text, &error)) throw std::runtime_error("a token cannot be signed");
  return text;
}

std::optional<json::object> SigningKey::verify(std::string_view text) const {
  cjose_err error;
  const Token token(cjose_jws_import(text.data(), text.size(), &error));
  if (!token) return std::nullopt;
  const char* algorithm = cjose_header_get(cjose_jws_get_protected(token.get()), CJOSE_HDR_ALG, &error);
  if (!algorithm || std::string_view(algorithm) != CJOSE_HDR_ALG_RS256) return std::nullopt;
  if (!cjose_jws_verify(token.get(), key_->handle.get(), &error)) return std::nullopt;
  std::uint8_t* body = nullptr;
  std::size_t size = 0;
  if (!cjose_jws_get_plaintext(token.get(), &body, &size, &error)) return std::nullopt;
  boost::system::error_code wrong;
  auto claims = json::parse(json::string_view(reinterpret_cast<const char*>(body), size), wrong);
  if (wrong || !claims.is_object()) return std::nullopt;
  return std::move(claims.as_object());
}

json::object SigningKey::public_jwk() const {
  cjose_err error;
  const auto text = taken(cjose_jwk_to_json(key_->handle.get(), false, &error));
  const auto key = json::parse(text).as_object();
  return {{"kty", "RSA"},    {"use", "sig"},     {"alg", "RS256"},  {"kid", key_->id},
          {"x5t", key_->id}, {"n", key.at("n")}, {"e", key.at("e")}};
}

}  // namespace paneltwin::net::cloud
