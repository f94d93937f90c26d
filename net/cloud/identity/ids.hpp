// What nobody may guess, and what everybody may see: ids, codes and their hashes.
#pragma once

#include <string>
#include <string_view>

namespace paneltwin::net::cloud {

/// A random GUID, in small letters (RFC 9562, version 4).
std::string new_guid();
/// `bytes` random bytes in base64url.
std::string new_secret(std::size_t bytes);
/// A user code: 9 letters for work accounts, 8 for personal ones; none of I, O, 0 and 1.
std::string new_user_code(bool personal);
/// As typed: blanks and hyphens dropped, capital letters.
std::string normal_user_code(std::string_view typed);

/// SHA-256 in hexadecimal digits: what the store keeps of a secret that it must know again.
std::string fingerprint(std::string_view secret);
std::string sha256(std::string_view data);  // 32 bytes
std::string base64url(std::string_view data);
/// Empty when it is no base64url.
std::string from_base64url(std::string_view text);
/// Takes as long for any two texts of one length.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace paneltwin::net::cloud
