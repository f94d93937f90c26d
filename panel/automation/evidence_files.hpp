// The evidence of a flow as files, in a folder of its own.
#pragma once

#include "panel/automation/evidence.hpp"

namespace paneltwin::panel {

/// The pictures that the flow asked for; on failure the picture, the tree and the state as they were, and how to have
/// it again; with `video`, a film of it. Failure: output_failed.
device::Result<void> keep_evidence(const std::filesystem::path& folder, const PlayedFlow& played, bool video);

/// How the flow is played again, on a command line.
std::string command_for(const PlayedFlow& played);

}  // namespace paneltwin::panel
