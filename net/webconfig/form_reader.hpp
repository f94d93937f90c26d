// What comes back with a form, read field by field: a field that is missing leaves its value as it was.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "device/names.hpp"
#include "net/http/message.hpp"

namespace paneltwin::net::webconfig {

/// The machine writes the values of its forms in capitals.
inline std::string in_capitals(std::string_view name) {
  std::string text(name);
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

/// The value that a form calls so.
template <class Enum>
std::optional<Enum> chosen(std::string_view value) {
  for (std::size_t i = 0; i < device::names<Enum>.size(); ++i) {
    if (in_capitals(device::names<Enum>[i]) == value) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

/// 0 for what is no number.
inline std::int64_t number_in(const std::string& text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// A secret as it was typed; nothing leaves it as it was, empty takes it away.
inline std::optional<std::string> secret_in(const std::string& typed, std::string_view removed) {
  if (removed == "ON") return "";
  return typed.empty() ? std::nullopt : std::optional(typed);
}

/// `field` is what a bad value is called in failures.
class FormReader {
 public:
  explicit FormReader(const http::Fields& form) : form_(form) {}

  template <class Enum>
  void choice(std::string_view name, Enum& value, const char* field) {
    take(name, field, [&](const std::string& text) {
      const auto found = chosen<Enum>(text);
      value = found.value_or(value);
      return found.has_value();
    });
  }
  void text(std::string_view name, std::string& value) {
    take(name, "", [&](const std::string& text) {
      value = text;
      return true;
    });
  }
  void port(std::string_view name, std::uint16_t& value, const char* field) {
    take(name, field, [&](const std::string& text) {
      std::uint16_t number = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (error != std::errc() || end != text.data() + text.size() || number == 0) return false;
      value = number;
      return true;
    });
  }
  void enabled(std::string_view name, bool& value, const char* field) {
    take(name, field, [&](const std::string& text) {
      value = text == "ENABLE";
      return value || text == "DISABLE";
    });
  }
  /// The first bad one; empty when all are good.
  [[nodiscard]] const std::string& bad_field() const { return bad_field_; }

 private:
  void take(std::string_view name, const char* field, const auto& parse) {
    const auto text = http::value_of(form_, name);
    if (text && !parse(*text) && bad_field_.empty()) bad_field_ = field;
  }

  const http::Fields& form_;
  std::string bad_field_;
};

}  // namespace paneltwin::net::webconfig
