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

std::unique_ptr<device::AssetsWatch> watch_assets(const device::Assets& assets, Driver& driver) {
  auto watch = device::AssetsWatch::start(assets, [&assets, &driver](std::set<std::filesystem::path> changed) {
    driver.post([&assets, changed = std::move(changed)](Panel& panel) {
      const auto before = panel.faults();
      panel.reload(assets, changed);
      say(before, panel.faults());
    });
  });
  if (watch) return std::move(*watch);
  fmt::print(stderr, "paneltwin: {}; what is saved shows at the next start\n", watch.error().detail);
  return nullptr;
}

}  // namespace paneltwin::panel
