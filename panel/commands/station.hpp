// A machine with its panel, its driver and its control port: what run, serve and exec stand on.
#pragma once

#include <expected>
#include <memory>

#include "device/assets_watch.hpp"
#include "panel/automation/control_port.hpp"
#include "panel/automation/driver.hpp"
#include "panel/automation/flow_desk.hpp"
#include "panel/automation/panel_camera.hpp"
#include "panel/machine.hpp"
#include "panel/options.hpp"
#include "panel/panel.hpp"

namespace paneltwin::panel {

struct Station {
  std::unique_ptr<Machine> machine;
  std::unique_ptr<Panel> panel;
  std::unique_ptr<Driver> driver;
  std::unique_ptr<PanelCamera> camera;
  std::unique_ptr<ControlPort> control;
  std::unique_ptr<device::AssetsWatch> watch;  // null where the system cannot
  std::unique_ptr<FlowDesk> flows;             // goes first: what the control port asks of it then is not heard

  /// A GL context must be current on the calling thread, which owns the panel from then on.
  static std::expected<Station, StartError> open(std::unique_ptr<Machine> machine, const Options& options,
                                                 std::shared_ptr<const Screens> screens = nullptr);
  /// Writes the ready file when one was asked for. Failure: it cannot be written.
  [[nodiscard]] std::expected<void, StartError> say_ready(const Options& options) const;
};

/// The panel of `machine`, in the theme of that name. Failure: usage (2) when there is no such theme.
std::expected<std::unique_ptr<Panel>, StartError> open_panel(Machine& machine, const std::string& theme, bool animate,
                                                             std::shared_ptr<const Screens> screens = nullptr);

/// Says why on standard error, in one line, and answers the exit code.
int refuse(const StartError& error);

}  // namespace paneltwin::panel
