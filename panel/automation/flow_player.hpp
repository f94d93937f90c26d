// Plays a flow on a machine and its panel, step by step, and says where and why it stopped.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "panel/automation/flow.hpp"
#include "panel/machine.hpp"
#include "panel/panel.hpp"

namespace paneltwin::panel {

struct FlowResult {
  struct Broken {
    int line = 0;
    std::string step, why;
  };
  std::optional<Broken> broken;  // nothing: passed
  std::size_t steps_done = 0;
  std::chrono::steady_clock::duration took{};
};

/// Pictures go to `evidence` (made when needed; empty: nowhere), and on failure the picture, the tree and the state as
/// they were. The machine's clock should stand: waiting moves it. The panel's thread.
FlowResult play(const Flow& flow, Machine& machine, Panel& panel, const std::filesystem::path& evidence);

}  // namespace paneltwin::panel
