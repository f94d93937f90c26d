// One flow on a machine of its own.
#pragma once

#include "panel/automation/evidence.hpp"
#include "panel/automation/flow_player.hpp"
#include "panel/options.hpp"

namespace paneltwin::panel {

/// A browser for all flows of one thread, started when the first asks for it.
class SharedChromium {
 public:
  device::Result<Chromium*> get();

 private:
  std::unique_ptr<Chromium> chromium_;
};

/// A GL context must be current on the calling thread. Failure: the machine cannot start as the flow wants it.
std::expected<PlayedFlow, StartError> play_flow(const Flow& flow, const Options& options, SharedChromium& chromium);

}  // namespace paneltwin::panel
