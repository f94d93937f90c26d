#include "device/settings/limits.hpp"

#include <algorithm>
#include <array>

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::string_view, 3> keyboards{"qwerty", "azerty", "qwertz"};

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

bool is_line(std::string_view text, std::size_t most) {
  if (text.size() > most) return false;
  while (!text.empty()) {
    const auto length = sequence_length(text);
    const auto first = static_cast<unsigned char>(text.front());
    if (length == 0 || first < 0x20 || first == 0x7F) return false;
    text.remove_prefix(length);
  }
  return true;
}

Result<void> check(const BasicSettings& basic) {
  const auto name_letter = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
  };
  if (basic.sleep_timer < 1min || basic.sleep_timer > 240min) return fail(FailureKind::invalid_value, "sleep_timer");
  if (basic.operation_time_out != 0s && (basic.operation_time_out < 10s || basic.operation_time_out > 3600s)) {
    return fail(FailureKind::invalid_value, "operation_time_out");
  }
  if (basic.button_press_volume < 0 || basic.button_press_volume > 10) {
    return fail(FailureKind::invalid_value, "button_press_volume");
  }
  if (std::ranges::find(keyboards, basic.keyboard) == keyboards.end()) {
    return fail(FailureKind::invalid_value, "keyboard");
  }
  if (basic.device_name.empty() || basic.device_name.size() > 53 ||
      !std::ranges::all_of(basic.device_name, name_letter)) {
    return fail(FailureKind::invalid_value, "device_name");
  }
  return {};
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
