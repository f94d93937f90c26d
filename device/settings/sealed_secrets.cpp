// Secrets on their way out of the machine: AES-256-GCM under a key that scrypt makes of a password.
#include <array>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "device/accounts/password_hash.hpp"
#include "device/random.hpp"
#include "device/settings/settings_file.hpp"

namespace paneltwin::device {

namespace {

// In hexadecimal digits: 128 bits of salt, GCM's usual 96 of nonce and 128 of tag.
constexpr std::size_t salt_size = 32, nonce_size = 24, tag_bytes = 16;

struct Free {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, Free>;

std::string to_hexadecimal(std::string_view bytes) {
  std::string digits;
  for (const char byte : bytes) digits += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return digits;
}

/// Empty when it is none.
std::string from_hexadecimal(std::string_view digits) {
  const auto value = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    const int high = value(digits[i]), low = value(digits[i + 1]);
    if (high < 0 || low < 0) return {};
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

const unsigned char* bytes_of(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

Cipher cipher(bool encrypt, const std::string& password, std::string_view salt, const std::string& nonce) {
  const auto key = password_key(password, salt);
  Cipher context(EVP_CIPHER_CTX_new());
  EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), bytes_of(nonce), encrypt ? 1 : 0);
  return context;
}

}  // namespace

std::string seal(const std::string& secret, const std::string& password) {
  const auto salt = random_text(salt_size, hexadecimal_digits), nonce = random_text(nonce_size, hexadecimal_digits);
  const auto context = cipher(true, password, salt, from_hexadecimal(nonce));
  std::string sealed(secret.size(), '\0'), tag(tag_bytes, '\0');
  int size = 0;
  EVP_CipherUpdate(context.get(), bytes_of(sealed), &size, bytes_of(secret), static_cast<int>(secret.size()));
  EVP_CipherFinal_ex(context.get(), bytes_of(sealed) + size, &size);
  EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tag_bytes, tag.data());
  return salt + nonce + to_hexadecimal(tag) + to_hexadecimal(sealed);
}

std::optional<std::string> unseal(const std::string& sealed, const std::string& password) {
  constexpr std::size_t head = salt_size + nonce_size + 2 * tag_bytes;
  if (sealed.size() < head || sealed.size() % 2 != 0) return std::nullopt;
  const std::string_view text(sealed);
  const auto nonce = from_hexadecimal(text.substr(salt_size, nonce_size));
  auto tag = from_hexadecimal(text.substr(salt_size + nonce_size, 2 * tag_bytes));
  const auto hidden = from_hexadecimal(text.substr(head));
  if (nonce.empty() || tag.empty() || hidden.size() * 2 != sealed.size() - head) return std::nullopt;
  const auto context = cipher(false, password, text.substr(0, salt_size), nonce);
  std::string secret(hidden.size(), '\0');
  int size = 0;
  EVP_CipherUpdate(context.get(), bytes_of(secret), &size, bytes_of(hidden), static_cast<int>(hidden.size()));
  EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tag_bytes, tag.data());
  if (EVP_CipherFinal_ex(context.get(), bytes_of(secret) + size, &size) != 1) return std::nullopt;
  return secret;
}

}  // namespace paneltwin::device
