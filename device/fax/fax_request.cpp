#include "device/fax/fax_request.hpp"

#include <algorithm>

#include "device/jobs/scan_request.hpp"
#include "device/text/ascii.hpp"

namespace paneltwin::device {

bool is_fax_number(std::string_view number) {
  if (number.size() > longest_fax_number || std::ranges::none_of(number, is_digit)) return false;
  if (number.front() == '+') number.remove_prefix(1);
  return std::ranges::all_of(number, [](char c) { return is_digit(c) || c == '*' || c == '#' || c == '-'; });
}

Result<void> check(const FaxRequest& fax) {
  const auto goes_to = fax.numbers.size() + fax.contacts.size();
  if (goes_to == 0 || goes_to > maximum_recipients || !std::ranges::all_of(fax.numbers, is_fax_number)) {
    return fail(FailureKind::invalid_value, "numbers");
  }
  return {};
}

}  // namespace paneltwin::device
