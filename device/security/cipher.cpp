#include "device/security/cipher.hpp"

#include <memory>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "device/random.hpp"

namespace paneltwin::device {

namespace {

constexpr std::size_t nonce_bytes = 12, tag_bytes = 16;  // GCM's usual ones

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

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

Cipher cipher(bool encrypts, std::string_view key, std::string_view nonce) {
  Cipher context(EVP_CIPHER_CTX_new());
  EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytes_of(key), bytes_of(nonce), encrypts ? 1 : 0);
  return context;
}

}  // namespace

std::string encrypt(std::string_view text, std::string_view key) {
  const auto nonce = random_bytes(nonce_bytes);
  const auto context = cipher(true, key, nonce);
  std::string hidden(text.size(), '\0'), tag(tag_bytes, '\0');
  int size = 0;
  EVP_CipherUpdate(context.get(), bytes_of(hidden), &size, bytes_of(text), static_cast<int>(text.size()));
  EVP_CipherFinal_ex(context.get(), bytes_of(hidden) + size, &size);
  EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tag_bytes, tag.data());
  return to_hexadecimal(nonce) + to_hexadecimal(tag) + to_hexadecimal(hidden);
}

std::optional<std::string> decrypt(std::string_view hidden, std::string_view key) {
  constexpr std::size_t head = 2 * (nonce_bytes + tag_bytes);
  if (hidden.size() < head || hidden.size() % 2 != 0 || key.size() != cipher_key_size) return std::nullopt;
  const auto nonce = from_hexadecimal(hidden.substr(0, 2 * nonce_bytes));
  auto tag = from_hexadecimal(hidden.substr(2 * nonce_bytes, 2 * tag_bytes));
  const auto bytes = from_hexadecimal(hidden.substr(head));
  if (nonce.empty() || tag.empty() || bytes.size() * 2 != hidden.size() - head) return std::nullopt;
  const auto context = cipher(false, key, nonce);
  std::string text(bytes.size(), '\0');
  int size = 0;
  EVP_CipherUpdate(context.get(), bytes_of(text), &size, bytes_of(bytes), static_cast<int>(bytes.size()));
  EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tag_bytes, tag.data());
  if (EVP_CipherFinal_ex(context.get(), bytes_of(text) + size, &size) != 1) return std::nullopt;
  return text;
}

}  // namespace paneltwin::device
