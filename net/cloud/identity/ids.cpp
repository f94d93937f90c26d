#include "net/cloud/identity/ids.hpp"

#include <cstdint>
#include <cstdlib>

#include <cjose/cjose.h>
#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/sha.h>

#include "device/random.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::string_view user_code_letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

std::string hexadecimal(std::string_view bytes) {
  std::string digits;
  for (const char byte : bytes) digits += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return digits;
}

}  // namespace

std::string new_guid() {
  auto bytes = device::random_bytes(16);
  bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);
  bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
  auto digits = hexadecimal(bytes);
  for (const std::size_t at : {8, 13, 18, 23}) digits.insert(at, 1, '-');
  return digits;
}

std::string new_secret(std::size_t bytes) { return base64url(device::random_bytes(bytes)); }

std::string new_user_code(bool personal) { return device::random_text(personal ? 8 : 9, user_code_letters); }

std::string normal_user_code(std::string_view typed) {
  std::string code;
  for (const char letter : typed) {
    if (letter == ' ' || letter == '-' || letter == '\t' || letter == '\r' || letter == '\n') continue;
    code += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  }
  return code;
}

std::string sha256(std::string_view data) {
  std::string hash(SHA256_DIGEST_LENGTH, '\0');
  SHA256(reinterpret_cast<const unsigned char*>(data.data()), data.size(),
         reinterpret_cast<unsigned char*>(hash.data()));
  return hash;
}

std::string fingerprint(std::string_view secret) { return hexadecimal(sha256(secret)); }

std::string base64url(std::string_view data) {
  char* text = nullptr;
  std::size_t size = 0;
  cjose_err error;
  if (!cjose_base64url_encode(reinterpret_cast<const std::uint8_t*>(data.data()), data.size(), &text, &size, &error)) {
    return {};
  }
  std::string encoded(text, size);
  cjose_get_dealloc()(text);
  return encoded;
}

std::string from_base64url(std::string_view text) {
  std::uint8_t* data = nullptr;
  std::size_t size = 0;
  cjose_err error;
  if (!cjose_base64url_decode(text.data(), text.size(), &data, &size, &error)) return {};
  std::string decoded(reinterpret_cast<const char*>(data), size);
  cjose_get_dealloc()(data);
  return decoded;
}

bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace paneltwin::net::cloud
