// How the home screen is arranged: Edit Home and Wallpaper.
#pragma once

#include <string>
#include <vector>

#include "device/failure.hpp"

namespace paneltwin::device {

struct HomeSettings {
  std::vector<std::string> order;   // ids of tiles; those that are not named follow in the menu's own order
  std::vector<std::string> hidden;  // ids of tiles that are not shown
  std::string wallpaper;            // id; empty: none
  bool operator==(const HomeSettings&) const = default;
};

/// Failure: invalid_value; its detail names the field.
Result<void> check(const HomeSettings& home);

}  // namespace paneltwin::device
