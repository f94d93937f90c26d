// What all settings are set to: plain values by id, and typed looks at them.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace paneltwin::device {

/// "on" and "off", digits, a choice's id, or text. A setting that nobody declared is empty, off and 0.
struct Settings {
  std::map<std::string, std::string, std::less<>> values;

  [[nodiscard]] const std::string& text(std::string_view id) const;
  [[nodiscard]] bool is_on(std::string_view id) const { return text(id) == "on"; }
  [[nodiscard]] int number(std::string_view id) const;
  bool operator==(const Settings&) const = default;
};

}  // namespace paneltwin::device
