// A whole machine and its panel, both on the test's thread, its clock standing: what flows are recorded and played on.
#pragma once

#include "panel/automation/flow_host.hpp"
#include "panel/commands/scratch_folder.hpp"
#include "panel/commands/station.hpp"

namespace paneltwin::panel {

/// A GL context must be current.
struct PlayedMachine {
  ScratchFolder scratch;
  std::unique_ptr<Machine> machine;
  std::unique_ptr<Panel> panel;

  explicit PlayedMachine(const std::string& scenario = "") {
    MachineOptions options;
    options.scenario = scenario;
    options.assets = {std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"};
    options.state = scratch.path();
    options.web_port = options.web_tls_port = options.cloud_port = options.smtp_port = 0;
    options.clock_stands = true;
    machine = Machine::start(options).value();
    machine->clock().set(*device::from_iso8601("2026-11-25T10:00:00Z"));
    panel = open_panel(*machine, "light", false).value();
    panel->settle();
  }
  FlowHost host() {
    return {.machine = [this]() -> Machine& { return *machine; },
            .on_panel = [this](const std::function<void(Panel&)>& work) -> device::Result<void> {
              work(*panel);
              return {};
            }};
  }
};

}  // namespace paneltwin::panel
