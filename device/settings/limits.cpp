#include "device/settings/limits.hpp"

#include <algorithm>

namespace paneltwin::device {

namespace {

/// Length of the UTF-8 sequence that `text` begins with (RFC 3629); 0 when it begins with none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t length = byte(0) < 0x80 ? 1 : byte(0) < 0xC2 ? 0 : byte(0) < 0xE0 ? 2 : byte(0) < 0xF0 ? 3 : 4;
  if (length == 0 || byte(0) > 0xF4 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  const bool overlong = (byte(0) == 0xE0 && byte(1) < 0xA0) || (byte(0) == 0xF0 && byte(1) < 0x90);
  const bool surrogate = byte(0) == 0xED && byte(1) >= 0xA0;
  const bool too_high = byte(0) == 0xF4 && byte(1) >= 0x90;
  return overlong || surrogate || too_high ? 0 : length;
}

}  // namespace

bool is_ascii(std::string_view text, std::size_t most) {
  return text.size() <= most && std::ranges::all_of(text, [](char c) { return c >= 0x20 && c <= 0x7E; });
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const auto length = sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

bool is_line(std::string_view text, std::size_t most) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  return text.size() <= most && is_utf8(text) && std::ranges::none_of(text, is_control);
}

Result<void> check_contact(std::string_view name) {
  if (!is_line(name, 255)) return fail(FailureKind::invalid_value, "name");
  return {};
}

Result<void> check_administrator_password(std::string_view password) {
  if (password.size() < 8 || !is_ascii(password, 20)) return fail(FailureKind::invalid_value, "next");
  return {};
}

}  // namespace paneltwin::device
