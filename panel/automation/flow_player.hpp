// Plays a flow on a machine and its panel, step by step, and says where and why it stopped.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "panel/automation/flow.hpp"
#include "panel/automation/flow_host.hpp"

namespace paneltwin::panel {

struct FlowResult {
  struct Broken {
    std::filesystem::path file;
    int line = 0;
    std::string step, why;
  };
  std::optional<Broken> broken;  // nothing: passed
  bool stopped = false;          // by who watched
  std::size_t steps_done = 0;
  std::chrono::steady_clock::duration took{};
};

/// After the name of a golden picture: that one, what was taken, and what differs, side by side.
inline constexpr std::string_view difference_suffix = "-difference";

/// Who looks on while a flow is played: reports, captions, the bench. The flow's thread calls them.
struct FlowWatch {
  /// `depth`: inside so many runs, repeats and whens. False: stop here.
  std::function<bool(const FlowStep&, int depth)> before;
  /// `why` is empty when the step went well.
  std::function<void(const FlowStep&, int depth, const std::string& why)> after;
  /// A picture that a step took: its name and the PNG.
  std::function<void(const std::string& name, const std::string& png)> picture;
  bool accepts = false;  // golden pictures become what is there now
};

/// The machine's clock should stand: waiting moves it.
FlowResult play(const Flow& flow, const FlowHost& host, const FlowWatch& watch = {});

}  // namespace paneltwin::panel
