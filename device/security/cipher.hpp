// AES-256-GCM (NIST SP 800-38D): what is hidden is read under its key alone, and not once a bit of it was changed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace paneltwin::device {

inline constexpr std::size_t cipher_key_size = 32;  // bytes

/// In hexadecimal digits: a nonce that is new each time, the tag, and the text.
std::string encrypt(std::string_view text, std::string_view key);
/// Nothing when it is damaged, or under another key.
std::optional<std::string> decrypt(std::string_view hidden, std::string_view key);

}  // namespace paneltwin::device
