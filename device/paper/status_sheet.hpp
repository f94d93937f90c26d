// The printed network status sheet.
#pragma once

#include <string>
#include <vector>

#include "device/clock.hpp"
#include "device/info/info_sheet.hpp"
#include "device/text/catalogue.hpp"

namespace paneltwin::device {

struct StatusSheet {
  std::string title, model;
  Instant printed{};  // by the machine's clock, which may be wrong
  std::string when;   // the same in words
  std::vector<InfoGroup> groups;
};

/// A4 in black, as PDF bytes. The same sheet gives the same bytes wherever the fonts are the same. Worker; heavy.
/// Failure: output_failed.
Result<std::string> print_status_sheet(const StatusSheet& sheet, const Catalogue& words);

}  // namespace paneltwin::device
