#include "device/accounts/password_hash.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include "device/random.hpp"

namespace paneltwin::device {

namespace {

struct Cost {
  std::uint64_t n = 1 << 14;
  std::uint32_t r = 8, p = 1;
};
constexpr std::size_t hash_bytes = 32;
constexpr std::size_t salt_letters = 32;  // 128 random bits, in hexadecimal digits

using Hash = std::array<unsigned char, hash_bytes>;

std::optional<Hash> scrypt(std::string_view password, std::string_view salt, Cost cost) {
  const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kdf(EVP_KDF_fetch(nullptr, "SCRYPT", nullptr), &EVP_KDF_free);
  const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context(EVP_KDF_CTX_new(kdf.get()),
                                                                          &EVP_KDF_CTX_free);
  OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, const_cast<char*>(password.data()), password.size()),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, const_cast<char*>(salt.data()), salt.size()),
      OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &cost.n),
      OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &cost.r),
      OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &cost.p),
      OSSL_PARAM_construct_end(),
  };
  Hash hash;
  if (!context || EVP_KDF_derive(context.get(), hash.data(), hash.size(), parameters) != 1) return std::nullopt;
  return hash;
}

std::string hexadecimal(const Hash& hash) {
  std::string digits;
  for (const auto byte : hash) digits += fmt::format("{:02x}", byte);
  return digits;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

template <class Number>
bool read_number(std::string_view text, Number& number) {
  return std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc();
}

}  // namespace

std::string hash_password(std::string_view password) {
  const Cost cost;
  const auto salt = random_text(salt_letters, hexadecimal_digits);
  const auto hash = scrypt(password, salt, cost);
  if (!hash) throw std::runtime_error("OpenSSL has no scrypt");
  return fmt::format("scrypt:{}:{}:{}:{}:{}", cost.n, cost.r, cost.p, salt, hexadecimal(*hash));
}

std::array<unsigned char, 32> password_key(std::string_view password, std::string_view salt) {
  const auto key = scrypt(password, salt, Cost{});
  if (!key) throw std::runtime_error("OpenSSL has no scrypt");
  return *key;
}

bool password_matches(std::string_view password, std::string_view hash) {
  const auto parts = split(hash, ':');
  Cost cost;
  if (parts.size() != 6 || parts[0] != "scrypt" || !read_number(parts[1], cost.n) || !read_number(parts[2], cost.r) ||
      !read_number(parts[3], cost.p)) {
    return false;
  }
  const auto computed = scrypt(password, parts[4], cost);
  if (!computed) return false;
  const auto digits = hexadecimal(*computed);
  return digits.size() == parts[5].size() && CRYPTO_memcmp(digits.data(), parts[5].data(), digits.size()) == 0;
}

}  // namespace paneltwin::device
