#include "device/settings/setting_values.hpp"

#include <charconv>

namespace paneltwin::device {

const std::string& Settings::text(std::string_view id) const {
  static const std::string nothing;
  const auto found = values.find(id);
  return found == values.end() ? nothing : found->second;
}

int Settings::number(std::string_view id) const {
  const auto& digits = text(id);
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace paneltwin::device
