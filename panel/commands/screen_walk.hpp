// One machine, led through every screen in one language and theme after the other: for shoot, lint and goldens.
#pragma once

#include <expected>
#include <functional>
#include <string>
#include <vector>

#include "panel/machine.hpp"
#include "panel/options.hpp"
#include "panel/panel.hpp"

namespace paneltwin::panel {

/// What to see.
struct Walk {
  MachineOptions machine;  // its model and scenario are where the walk happens; signed in when none is named
  bool own_state = false;  // the state folder is the user's, not one for the walk
  std::vector<std::string> languages, themes;
  std::vector<std::string> screens;  // all when empty
};

/// The walk that the command line asks for on this model.
Walk walk_of(const Options& options, const std::string& model);

struct WalkStop {
  Panel& panel;
  const std::string &screen, &language, &theme;
};

/// Calls `visit` with each screen settled; picture() draws it; its first failure ends the walk. A GL context must be
/// current. The unit, its addresses and the time are the same each time (MachineOptions::specimen), so pictures are
/// too.
std::expected<void, StartError> walk_screens(
    const Walk& walk, const std::function<std::expected<void, StartError>(const WalkStop&)>& visit);

}  // namespace paneltwin::panel
