#include "panel/commands/station.hpp"

#include <cstdio>

#include "panel/commands/live_assets.hpp"
#include "panel/commands/ready_file.hpp"

namespace paneltwin::panel {

std::expected<std::unique_ptr<Panel>, StartError> open_panel(Machine& machine, const std::string& theme, bool animate,
                                                             std::shared_ptr<const Screens> screens) {
  auto panel = Panel::open(
      machine.device(), machine.clock(), machine.texts(), machine.assets(),
      {.model = machine.model(), .theme = theme, .animate = animate, .lazy = !animate, .screens = std::move(screens)});
  if (panel) return std::move(*panel);
  const bool is_unknown = !machine.assets().find("themes/" + theme + ".yaml");
  return std::unexpected(StartError{panel.error().str(), is_unknown ? 2 : 1});
}

std::expected<Station, StartError> Station::open(std::unique_ptr<Machine> machine, const Options& options,
                                                 std::shared_ptr<const Screens> screens) {
  Station station{.machine = std::move(machine)};
  if (options.verb != Verb::run) {  // a window is to show soon, whatever some language says
    for (const auto& [_, read] : station.machine->read_rest()) {
      if (!read) return std::unexpected(StartError{read.error().str()});
    }
  }
  auto panel = open_panel(*station.machine, options.theme, options.verb == Verb::run, std::move(screens));
  if (!panel) return std::unexpected(panel.error());
  station.panel = std::move(*panel);
  station.driver = std::make_unique<Driver>(*station.panel);
  station.camera = std::make_unique<PanelCamera>(*station.machine, *station.driver);
  station.flows = std::make_unique<FlowDesk>(*station.machine, *station.panel, *station.driver);
  auto control =
      ControlPort::listen(*station.machine, *station.driver, *station.flows, options.control_port, options.theme);
  if (!control) return std::unexpected(StartError{control.error().detail});
  station.control = std::move(*control);
  station.watch = watch_assets(*station.machine, *station.driver);
  return station;
}

std::expected<void, StartError> Station::say_ready(const Options& options) const {
  return write_ready_file(options.ready_file, machine->ready_json(control->url(), control->token()));
}

int refuse(const StartError& error) {
  std::fprintf(stderr, "paneltwin: %s\n", error.message.c_str());
  return error.exit_code;
}

}  // namespace paneltwin::panel
