#include "panel/commands/screen_walk.hpp"

#include "panel/commands/scratch_folder.hpp"
#include "panel/commands/station.hpp"

namespace paneltwin::panel {

static void speak(Machine& machine, const std::string& language) {
  machine.device().post(device::command::SetSetting{"language", language}, {}, device::Origin::world);
  machine.loop().sync([] {});
}

std::expected<void, StartError> walk_screens(
    const Options& options, const std::string& model, const std::vector<std::string>& languages,
    const std::vector<std::string>& themes,
    const std::function<std::expected<void, StartError>(const WalkStop&)>& visit) {
  const ScratchFolder scratch;
  auto machine_options = options.machine;
  if (!options.own_state) machine_options.state = scratch.path();
  machine_options.model = model;
  machine_options.clock_stands = true;
  if (machine_options.scenario.empty()) machine_options.scenario = "signed-in";
  auto machine = Machine::start(std::move(machine_options));
  if (!machine) return std::unexpected(machine.error());
  for (const auto& theme : themes) {
    auto panel = open_panel(**machine, theme, false);
    if (!panel) return std::unexpected(panel.error());
    for (const auto& language : languages) {
      speak(**machine, language);
      for (const auto& screen : options.names.empty() ? (*panel)->screens() : options.names) {
        (*panel)->go_home();
        (*panel)->settle();
        if (!(*panel)->open_screen(screen)) return std::unexpected(StartError{"no screen '" + screen + "'", 2});
        (*panel)->settle();
        if (auto visited = visit({**panel, screen, language, theme}); !visited) return visited;
      }
    }
  }
  return {};
}

}  // namespace paneltwin::panel
