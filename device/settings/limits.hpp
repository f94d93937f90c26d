// What settings may hold. Each failure is invalid_value; its detail names the field.
#pragma once

#include <string_view>

#include "device/failure.hpp"

namespace paneltwin::device {

/// "Administrator Name/Contact Information": 255 bytes of UTF-8 at most, on one line.
Result<void> check_contact(std::string_view name);
/// 8 to 20 printable ASCII characters.
Result<void> check_administrator_password(std::string_view password);

/// Printable ASCII, 0x20 to 0x7E, and not longer than `most`.
bool is_ascii(std::string_view text, std::size_t most);
/// Whole letters of UTF-8. Control characters are taken, NUL is not: nothing that people read or write holds one.
bool is_utf8(std::string_view text);
/// UTF-8 without control characters, not longer than `most` bytes.
bool is_line(std::string_view text, std::size_t most);

}  // namespace paneltwin::device
