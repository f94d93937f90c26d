// One machine, led through every screen in one language and theme after the other: for shoot and lint.
#pragma once

#include <expected>
#include <functional>
#include <string>
#include <vector>

#include "panel/machine.hpp"
#include "panel/options.hpp"
#include "panel/panel.hpp"

namespace paneltwin::panel {

struct WalkStop {
  const Panel& panel;
  const std::string &screen, &language, &theme;
};

/// Calls `visit` with each of options.names (all screens when there are none) settled on the glass of `model`; its
/// first failure ends the walk. A GL context must be current. Signed in, unless options name a scenario.
std::expected<void, StartError> walk_screens(
    const Options& options, const std::string& model, const std::vector<std::string>& languages,
    const std::vector<std::string>& themes,
    const std::function<std::expected<void, StartError>(const WalkStop&)>& visit);

}  // namespace paneltwin::panel
