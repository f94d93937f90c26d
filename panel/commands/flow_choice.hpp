// Which flows are played, and in which order.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "panel/automation/flow.hpp"
#include "panel/options.hpp"

namespace paneltwin::panel {

/// Files, and folders for the .yaml files in them and below; those of any of the tags (and none of "not-" tags), in the
/// order of their names or, with a seed, in an order of chance that the seed repeats; then the shard's part of them.
/// Folders named goldens and parts hold no flows of their own: parts are run by others.
std::expected<std::vector<Flow>, device::FileError> choose_flows(const Options& options);

/// Every order that `seed` makes is the same on every machine.
void shuffle(std::vector<Flow>& flows, std::uint64_t seed);

}  // namespace paneltwin::panel
