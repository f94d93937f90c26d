// What the operator does to the machine's inside, by names that bench, control port, scenarios and flows share.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "device/condition/condition.hpp"

namespace paneltwin::device {

/// What is not given stays as it is.
struct ConditionChange {
  std::map<Supply, int> supplies;     // percent left, 0 to 100
  std::map<std::string, int> sheets;  // by paper source
  std::map<Supply, bool> clogged;     // nozzles of an ink
  std::optional<bool> cover_open, paper_jam, printer_error, scanner_error;
  bool operator==(const ConditionChange&) const = default;
};

/// Takes "black: 5" (percent), "cassette-1: 0" (sheets) or "cover-open: true" or "clogged-black: true" into `change`.
/// Supplies are black, yellow, magenta, cyan and maintenance-box; troubles are cover-open, paper-jam, printer-error and
/// scanner-error. Failure: invalid_value, which says what is wrong.
Result<void> take(ConditionChange& change, std::string_view name, std::string_view value);

}  // namespace paneltwin::device
