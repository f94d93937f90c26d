// Conditions as the store's names and values, both ways.
#pragma once

#include <string>
#include <vector>

#include "device/condition/condition.hpp"
#include "device/store/store.hpp"

namespace paneltwin::device {

/// As they are at first, of a machine with these functions.
std::vector<PaperSource> paper_sources(const std::vector<std::string>& functions);
/// Of a machine with these functions. A value that makes no sense is as it was at first: what is in a cassette can be
/// seen, and no reason not to start. `usual`: what cassettes hold that nobody has set.
Conditions conditions_from(const SettingValues& kept, const std::vector<std::string>& functions,
                           PaperSize usual = PaperSize::a4);
/// What differs.
SettingChanges changes_between(const Conditions& before, const Conditions& now);

}  // namespace paneltwin::device
