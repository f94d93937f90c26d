// Conditions in flows and scenarios: {cover-open: true, black: 5, cassette-1: 0}, as device/condition names them.
#pragma once

#include "device/condition/condition_change.hpp"
#include "device/yaml/strict_yaml.hpp"

namespace paneltwin::panel {

inline device::ConditionChange conditions_of(const YAML::Node& node) {
  if (!node.IsMap()) device::strict::complain(node, "expected conditions such as {paper-jam: true}");
  device::ConditionChange change;
  for (const auto& entry : node) {
    if (auto taken = device::take(change, device::strict::text(entry.first), device::strict::text(entry.second));
        !taken) {
      device::strict::complain(entry.first, taken.error().detail);
    }
  }
  return change;
}

}  // namespace paneltwin::panel
