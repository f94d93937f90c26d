#include "net/cloud/identity/totp.hpp"

#include <cstdint>

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "device/random.hpp"
#include "net/cloud/identity/ids.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::string_view base32_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::chrono::seconds step{30};
constexpr std::uint32_t all_codes = 1'000'000;

std::string from_base32(std::string_view text) {
  std::string bytes;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char letter : text) {
    const auto value = base32_letters.find(letter);
    if (value == std::string_view::npos) return {};
    held = (held << 5 | static_cast<std::uint32_t>(value)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 0xff);
  }
  return bytes;
}

}  // namespace

std::string new_totp_secret() { return device::random_text(32, base32_letters); }

std::string totp_code(std::string_view secret, device::Instant at) {
  const auto key = from_base32(secret);
  if (key.empty()) return {};
  auto counter = static_cast<std::uint64_t>(at.time_since_epoch() / step);
  unsigned char message[8];
  for (int i = 7; i >= 0; --i, counter >>= 8) message[i] = static_cast<unsigned char>(counter & 0xff);
  unsigned char hash[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), message, sizeof message, hash, &size);
  // RFC 4226 5.3: the last four bits say where the number stands.
  const unsigned char* from = hash + (hash[size - 1] & 0x0f);
  const std::uint32_t number = (from[0] & 0x7fu) << 24 | from[1] * 0x10000u | from[2] * 0x100u | from[3];
  return fmt::format("{:06}", number % all_codes);
}

bool totp_matches(std::string_view secret, std::string_view typed, device::Instant now) {
  bool right = false;
  for (const int steps : {-1, 0, 1}) {
    const auto code = totp_code(secret, now + steps * step);
    if (!code.empty() && same_secret(code, typed)) right = true;
  }
  return right;
}

}  // namespace paneltwin::net::cloud
