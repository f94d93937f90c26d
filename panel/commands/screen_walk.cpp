#include "panel/commands/screen_walk.hpp"

#include "device/assets.hpp"
#include "device/firmware/firmware.hpp"
#include "panel/commands/scratch_folder.hpp"
#include "panel/commands/station.hpp"

namespace paneltwin::panel {

static void speak(Machine& machine, const std::string& language) {
  machine.device().post(device::command::SetSetting{"language", language}, {}, device::Origin::world);
  machine.loop().sync([] {});
}

Walk walk_of(const Options& options, const std::string& model) {
  Walk walk{.machine = options.machine, .own_state = options.own_state, .screens = options.names};
  walk.machine.model = model;
  return walk;
}

/// Firmware from before OAuth 2.0: its screens are seen as they come out of the box.
static bool is_too_old_to_sign_in(const MachineOptions& options) {
  const auto model = load_model(device::Assets(options.assets), options.model);
  return model && device::is_newer_firmware(model->oauth2_firmware, model->firmware);
}

std::expected<void, StartError> walk_screens(
    const Walk& walk, const std::function<std::expected<void, StartError>(const WalkStop&)>& visit) {
  const ScratchFolder scratch;
  auto machine_options = walk.machine;
  if (!walk.own_state) machine_options.state = scratch.path();
  machine_options.clock_stands = true;
  machine_options.specimen = true;
  if (machine_options.scenario.empty()) machine_options.scenario = "signed-in";
  if (machine_options.scenario == "signed-in" && is_too_old_to_sign_in(machine_options)) {
    machine_options.scenario = "factory";
  }
  auto machine = Machine::start(std::move(machine_options));
  if (!machine) return std::unexpected(machine.error());
  std::unique_ptr<Panel> panel;
  for (const auto& theme : walk.themes) {
    if (!panel) {
      auto opened = open_panel(**machine, theme, false);
      if (!opened) return std::unexpected(opened.error());
      panel = std::move(*opened);
    } else {
      auto options = panel->options();
      options.theme = theme;
      if (auto looked = panel->look((*machine)->assets(), std::move(options)); !looked) {
        return std::unexpected(StartError{looked.error().str()});
      }
    }
    for (const auto& language : walk.languages) {
      speak(**machine, language);
      for (const auto& screen : walk.screens.empty() ? panel->screens() : walk.screens) {
        if (!panel->open_screen(screen)) return std::unexpected(StartError{"no screen '" + screen + "'", 2});
        panel->settle();
        if (auto visited = visit({*panel, screen, language, theme}); !visited) return visited;
      }
    }
  }
  return {};
}

}  // namespace paneltwin::panel
