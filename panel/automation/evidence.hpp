// What is kept of a flow while it is played, for reports: each step with its time, where it touched, the picture after
// it and what it changed; at the end jobs, mails and the talk on the wires. No secret is among it: steps are kept as
// they are written, states and traces leave secrets out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "device/state.hpp"
#include "panel/automation/flow_player.hpp"

namespace paneltwin::panel {

/// A value of the state that a step changed, by its JSON pointer.
struct Difference {
  std::string pointer, before, after;
};
/// Of two JSON texts; the revision is no difference.
std::vector<Difference> differences(const std::string& before, const std::string& after);

struct PlayedStep {
  std::filesystem::path file;
  int line = 0;
  std::string text;  // as written
  int depth = 0;
  std::string why;  // empty: went well
  std::chrono::steady_clock::duration took{};
  device::Instant at{};  // the machine's clock after it
  std::string screen;
  struct Touch {
    float x = 0, y = 0;
  };
  std::optional<Touch> touch;  // on the glass
  std::string before, after;   // PNG; `before` is as it was when the finger came
  std::vector<Difference> changes;
};

struct PlayedFlow {
  Flow flow;
  std::string model, language;
  FlowResult result;
  int width = 0, height = 0;  // of the glass
  std::vector<PlayedStep> steps;
  std::vector<std::pair<std::string, std::string>> pictures;  // that the flow asked for: name, PNG
  std::string failure_picture, tree, state;                   // as they were at the failure
  std::string jobs, mails, trace;                             // JSON
};

/// The flow's thread.
class Evidence {
 public:
  /// `whole`: pictures and differences at every step; else only what the flow asks for, and the failure.
  Evidence(const FlowHost& host, const Flow& flow, bool whole);
  ~Evidence();
  Evidence(const Evidence&) = delete;
  Evidence& operator=(const Evidence&) = delete;

  FlowWatch watch();
  PlayedFlow finish(const FlowResult& result);

 private:
  bool before(const FlowStep& step, int depth);
  void after(const FlowStep& step, int depth, const std::string& why);
  void keep_failure();
  [[nodiscard]] std::string state() const;

  const FlowHost& host_;
  bool whole_;
  PlayedFlow kept_;
  std::string last_state_, last_picture_;
  std::optional<PlayedStep::Touch> touch_;
  std::chrono::steady_clock::time_point begun_;
};

}  // namespace paneltwin::panel
