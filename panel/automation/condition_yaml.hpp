// Conditions in flows and scenarios: {cover-open: true, black: 5, cassette-1: 0}, as device/condition names them.
#pragma once

#include "device/condition/condition_change.hpp"
#include "panel/automation/strict_yaml.hpp"

namespace paneltwin::panel {

inline device::ConditionChange conditions_of(const YAML::Node& node) {
  if (!node.IsMap()) strict::complain(node, "expected conditions such as {paper-jam: true}");
  device::ConditionChange change;
  for (const auto& entry : node) {
    if (auto taken = device::take(change, strict::text(entry.first), strict::text(entry.second)); !taken) {
      strict::complain(entry.first, taken.error().detail);
    }
  }
  return change;
}

}  // namespace paneltwin::panel
