// Randomness for what nobody may guess: passwords, salts, message ids.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace paneltwin::device {

/// From the system's generator. Ends the program when that has none to give.
std::string random_bytes(std::size_t count);
/// Characters drawn evenly from `alphabet` (256 at most).
std::string random_text(std::size_t count, std::string_view alphabet);

inline constexpr std::string_view decimal_digits = "0123456789";
inline constexpr std::string_view hexadecimal_digits = "0123456789abcdef";

}  // namespace paneltwin::device
