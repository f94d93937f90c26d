// "Report a problem": one ZIP file with all that somebody needs who was not there, and no secret.
#pragma once

#include "panel/machine.hpp"
#include "panel/panel.hpp"

namespace paneltwin::panel {

/// What the panel shows now. The panel's thread.
struct SeenNow {
  std::string picture, tree, screen;  // PNG, JSON, id
};
SeenNow look_at(Panel& panel);

/// The ZIP file's bytes: flow.yaml (`flow`, the recorded steps; may be empty), glass.png, tree.json, state.json,
/// jobs.json, mails.json, trace.json, versions.json. Any thread but the loop's. Failure: output_failed.
device::Result<std::string> problem_report(Machine& machine, const SeenNow& seen, const std::string& flow);

}  // namespace paneltwin::panel
