// Passwords as salted scrypt hashes (RFC 7914): what is stored tells nobody the password.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace paneltwin::device {

/// "scrypt:<N>:<r>:<p>:<salt>:<hash>" with a new salt. Takes some 50 ms and 16 MB: for the worker.
std::string hash_password(std::string_view password);
/// Compares in constant time. False also for a `hash` that is none. For the worker.
bool password_matches(std::string_view password, std::string_view hash);

/// 256 bits of key. Takes as long as a hash.
std::array<unsigned char, 32> password_key(std::string_view password, std::string_view salt);

}  // namespace paneltwin::device
