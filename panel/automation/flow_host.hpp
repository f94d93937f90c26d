// Where flows are played: a machine, its panel, and a browser when one is asked for.
#pragma once

#include <functional>

#include "panel/automation/browser.hpp"
#include "panel/machine.hpp"
#include "panel/panel.hpp"

namespace paneltwin::panel {

/// The flow's thread calls them; it may be the panel's own.
struct FlowHost {
  std::function<Machine&()> machine;
  /// Does `work` on the panel's thread and waits for it. Failure: canceled, when the panel is gone.
  std::function<device::Result<void>(const std::function<void(Panel&)>&)> on_panel;
  /// The same machine, its state kept, as another model. Failures: not_found, not_allowed.
  std::function<device::Result<void>(const std::string& id)> change_model;
  /// Started when first asked for. Failures as Chromium::start.
  std::function<device::Result<Chromium*>()> chromium;
};

}  // namespace paneltwin::panel
