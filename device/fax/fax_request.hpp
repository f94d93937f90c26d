// What the panel's Fax asks for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "device/failure.hpp"

namespace paneltwin::device {

/// Lines an inch as fax machines have them (T.4 and T.30), and RFC 3949, profile F: 204 x 98, 204 x 196, 204 x 391,
/// 408 x 391.
enum class FaxResolution { standard, fine, super_fine, ultra_fine };

struct FaxRequest {
  std::vector<std::string> numbers;  // with the contacts 1 to 10
  std::vector<int> contacts;         // registry numbers of contacts and groups that it goes to as well
  FaxResolution resolution = FaxResolution::standard;
  bool two_sided = false;
  bool operator==(const FaxRequest&) const = default;
};

inline constexpr std::size_t longest_fax_number = 64;

/// Digits, * and #, with - as a pause and + in front; a digit at least. Nothing else gets into an address.
bool is_fax_number(std::string_view number);

/// Failure: invalid_value; its detail names the field.
Result<void> check(const FaxRequest& fax);

}  // namespace paneltwin::device
