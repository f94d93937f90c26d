// Letters and digits of ASCII, whatever the language of the system: names of headers, hosts, accounts and the like.
#pragma once

#include <string>
#include <string_view>

namespace paneltwin::device {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter_or_digit(char c) { return is_digit(c) || is_upper(c) || is_lower(c); }

/// Capital letters made small; everything else, UTF-8 among it, stays.
std::string lower(std::string_view text);
bool equal_without_case(std::string_view a, std::string_view b);
bool begins_without_case(std::string_view text, std::string_view with);

}  // namespace paneltwin::device
