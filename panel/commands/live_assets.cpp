#include "panel/commands/live_assets.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

namespace paneltwin::panel {

using Faults = std::vector<device::FileError>;

/// What is new among `now`; that all is well again is worth a line too.
static void say(const Faults& before, const Faults& now) {
  for (const auto& fault : now) {
    if (std::ranges::find(before, fault) == before.end()) fmt::print(stderr, "paneltwin: {}\n", fault.str());
  }
  if (!before.empty() && now.empty()) fmt::print(stderr, "paneltwin: the assets are good again\n");
}

static void note(Panel& panel, const Machine::Reads& reads) {
  for (const auto& [what, read] : reads) panel.note(what, read);
}

/// The machine goes with the panel's model as far as it can while it works.
static void follow_model(Machine& machine, Panel& panel, const Model& before) {
  if (panel.model() == before) return;
  const auto done = machine.become(panel.model());
  std::expected<void, device::FileError> told;
  if (!done) {
    told =
        std::unexpected(device::FileError{"models/" + panel.model().id + ".yaml", 0, 0,
                                          "the machine is at work and stays as it is; save again when it has ended"});
  }
  panel.note("model", told);
}

std::unique_ptr<device::AssetsWatch> watch_assets(Machine& machine, Driver& driver) {
  const auto take_up = [&machine, &driver](std::set<std::filesystem::path> changed) {
    driver.post([&machine, changed = std::move(changed)](Panel& panel) {
      const auto before = panel.faults();
      const auto model = panel.model();
      panel.reload(machine.assets(), changed);
      note(panel, machine.reload(changed));
      follow_model(machine, panel, model);
      say(before, panel.faults());
    });
  };
  auto watch = device::AssetsWatch::start(machine.assets(), take_up);
  if (watch) return std::move(*watch);
  fmt::print(stderr, "paneltwin: {}; what is saved shows at the next start\n", watch.error().detail);
  return nullptr;
}

void read_rest(Machine& machine, Driver& driver) {
  driver.post([reads = machine.read_rest()](Panel& panel) {
    const auto before = panel.faults();
    note(panel, reads);
    say(before, panel.faults());
  });
}

}  // namespace paneltwin::panel
