// One-time codes of an authenticator app (RFC 6238: SHA-1, 6 digits, a new one each 30 seconds).
#pragma once

#include <string>
#include <string_view>

#include "device/clock.hpp"

namespace paneltwin::net::cloud {

/// 20 random bytes in base32 (RFC 4648), as apps take them.
std::string new_totp_secret();
/// The code for `secret` at `at`. Empty when `secret` is no base32.
std::string totp_code(std::string_view secret, device::Instant at);
/// True for the code of now, or of one step before or after: phones go wrong, and people type slowly.
bool totp_matches(std::string_view secret, std::string_view typed, device::Instant now);

}  // namespace paneltwin::net::cloud
