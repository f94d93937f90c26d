#include "net/cloud/identity/sealed_box.hpp"

#include <memory>
#include <stdexcept>

#include <openssl/evp.h>

#include "device/random.hpp"
#include "net/cloud/identity/ids.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::size_t nonce_bytes = 12, tag_bytes = 16;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

unsigned char* raw(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* raw(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

std::string SealedBox::seal(std::string_view purpose, std::string_view content) const {
  const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  const auto nonce = device::random_bytes(nonce_bytes);
  std::string body(content.size(), '\0'), tag(tag_bytes, '\0');
  int size = 0;
  const bool good =
      EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, raw(std::string_view(key_)),
                         raw(std::string_view(nonce))) == 1 &&
      EVP_EncryptUpdate(cipher.get(), nullptr, &size, raw(purpose), static_cast<int>(purpose.size())) == 1 &&
      EVP_EncryptUpdate(cipher.get(), raw(body), &size, raw(content), static_cast<int>(content.size())) == 1 &&
      EVP_EncryptFinal_ex(cipher.get(), raw(tag), &size) == 1 &&
      EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tag_bytes, tag.data()) == 1;
  if (!good) throw std::runtime_error("OpenSSL has no AES-256-GCM");
  return base64url(nonce + body + tag);
}

std::optional<std::string> SealedBox::open(std::string_view purpose, std::string_view sealed) const {
  const auto box = from_base64url(sealed);
  if (box.size() < nonce_bytes + tag_bytes) return std::nullopt;
  const std::string_view body = std::string_view(box).substr(nonce_bytes, box.size() - nonce_bytes - tag_bytes);
  std::string tag = box.substr(box.size() - tag_bytes), content(body.size(), '\0');
  const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  int size = 0;
  unsigned char end[1];
  const bool good =
      EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, raw(std::string_view(key_)),
                         raw(std::string_view(box))) == 1 &&
      EVP_DecryptUpdate(cipher.get(), nullptr, &size, raw(purpose), static_cast<int>(purpose.size())) == 1 &&
      EVP_DecryptUpdate(cipher.get(), raw(content), &size, raw(body), static_cast<int>(body.size())) == 1 &&
      EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tag_bytes, tag.data()) == 1 &&
      EVP_DecryptFinal_ex(cipher.get(), end, &size) == 1;
  return good ? std::optional(std::move(content)) : std::nullopt;
}

}  // namespace paneltwin::net::cloud
