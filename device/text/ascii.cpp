#include "device/text/ascii.hpp"

#include <algorithm>

namespace paneltwin::device {

static constexpr char lower_letter(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string lower(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), lower_letter);
  return small;
}

bool equal_without_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower_letter, lower_letter);
}

bool begins_without_case(std::string_view text, std::string_view with) {
  return equal_without_case(text.substr(0, with.size()), with);
}

}  // namespace paneltwin::device
