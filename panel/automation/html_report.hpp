// One page about a run of flows, all in one file: steps, pictures with the touch marked, what changed, jobs, mails,
// wires.
#pragma once

#include "device/text/catalogue.hpp"
#include "panel/automation/evidence.hpp"

namespace paneltwin::panel {

/// Failure: output_failed, not_found (the template).
device::Result<void> write_html_report(const std::filesystem::path& file, const std::vector<PlayedFlow>& played,
                                       const device::Assets& assets, const device::Catalogue& words);

}  // namespace paneltwin::panel
