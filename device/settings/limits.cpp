#include "device/settings/limits.hpp"

#include <algorithm>

#include <glib.h>

namespace paneltwin::device {

bool is_ascii(std::string_view text, std::size_t most) {
  return text.size() <= most && std::ranges::all_of(text, [](char c) { return c >= 0x20 && c <= 0x7E; });
}

bool is_utf8(std::string_view text) { return g_utf8_validate_len(text.data(), text.size(), nullptr) != FALSE; }

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
