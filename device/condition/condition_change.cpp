#include "device/condition/condition_change.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "device/names.hpp"

namespace paneltwin::device {

namespace {

struct Trouble {
  std::string_view name;
  std::optional<bool> ConditionChange::* member;
};
constexpr Trouble troubles[] = {{"cover-open", &ConditionChange::cover_open},
                                {"paper-jam", &ConditionChange::paper_jam},
                                {"printer-error", &ConditionChange::printer_error},
                                {"scanner-error", &ConditionChange::scanner_error}};

constexpr int most_sheets = 5000;

Result<int> number(std::string_view name, std::string_view value, int most) {
  int read = -1;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), read);
  if (error == std::errc() && end == value.data() + value.size() && read >= 0 && read <= most) return read;
  return fail(FailureKind::invalid_value, fmt::format("'{}' must be a number from 0 to {}", name, most));
}

}  // namespace

Result<void> take(ConditionChange& change, std::string_view name, std::string_view value) {
  const auto* trouble = std::ranges::find(troubles, name, &Trouble::name);
  if (trouble != std::end(troubles)) {
    if (value != "true" && value != "false") {
      return fail(FailureKind::invalid_value, fmt::format("'{}' must be true or false", name));
    }
    change.*trouble->member = value == "true";
    return {};
  }
  constexpr std::string_view clogged = "clogged-";
  if (name.starts_with(clogged)) {
    const auto ink = named<Supply>(name.substr(clogged.size()));
    if (!ink || *ink == Supply::maintenance_box || (value != "true" && value != "false")) {
      return fail(FailureKind::invalid_value, fmt::format("'{}' must name an ink, and be true or false", name));
    }
    change.clogged[*ink] = value == "true";
    return {};
  }
  std::string supply_name(name);
  std::ranges::replace(supply_name, '-', '_');
  const auto supply = named<Supply>(supply_name);
  const auto read = number(name, value, supply ? 100 : most_sheets);
  if (supply) {
    if (!read) return std::unexpected(read.error());
    change.supplies[*supply] = *read;
    return {};
  }
  if (name != "paper-tray" && !name.starts_with("cassette-")) {
    return fail(FailureKind::invalid_value, fmt::format("no condition is called '{}'", name));
  }
  if (!read) return std::unexpected(read.error());
  change.sheets[std::string(name)] = *read;
  return {};
}

}  // namespace paneltwin::device
