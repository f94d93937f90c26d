// What Copy asks for.
#pragma once

#include <string>

#include "device/condition/condition.hpp"
#include "device/jobs/scan_request.hpp"

namespace paneltwin::device {

/// Sides of the original to sides of the copy.
enum class CopySides { one_to_one, one_to_two, two_to_two, two_to_one };
enum class CopyLayout { single, two_up };

struct CopyRequest {
  int copies = 1;                          // 1 to 999
  ColorMode color = ColorMode::automatic;  // automatic, color, black_and_white (in gray, as a copier does)
  CopySides sides = CopySides::one_to_one;
  CopyLayout layout = CopyLayout::single;
  int density = 0;     // -4 to 4; more is darker
  bool fit = true;     // Auto: as large as the paper takes it, down or up
  int percent = 100;   // 25 to 400, when not `fit`
  std::string source;  // of paper; empty: automatic
  bool remove_background = false;
  bool operator==(const CopyRequest&) const = default;
};

inline constexpr int most_copies = 999, least_percent = 25, most_percent = 400;

/// Failure: invalid_value; its detail names the field.
Result<void> check(const CopyRequest& copy);

}  // namespace paneltwin::device
