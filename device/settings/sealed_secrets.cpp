// Secrets on their way out of the machine: encrypted under a key that scrypt makes of a password.
#include "device/accounts/password_hash.hpp"
#include "device/random.hpp"
#include "device/security/cipher.hpp"
#include "device/settings/settings_file.hpp"

namespace paneltwin::device {

static constexpr std::size_t salt_size = 32;  // 128 bits in hexadecimal digits

static std::string key_of(const std::string& password, std::string_view salt) {
  const auto key = password_key(password, salt);
  return {key.begin(), key.end()};
}

std::string seal(const std::string& secret, const std::string& password) {
  const auto salt = random_text(salt_size, hexadecimal_digits);
  return salt + encrypt(secret, key_of(password, salt));
}

std::optional<std::string> unseal(const std::string& sealed, const std::string& password) {
  if (sealed.size() < salt_size) return std::nullopt;
  const auto whole = std::string_view(sealed);
  return decrypt(whole.substr(salt_size), key_of(password, whole.substr(0, salt_size)));
}

}  // namespace paneltwin::device
