// Recording and replaying on the machine that runs, for the bench and the control port: what hands do is written down;
// a flow is played at a hand's pace, held, walked step by step, and taken back.
//
// Back plays the flow anew from its start up to the step before: home, the flow's scenario, then every step at full
// speed. What a scenario does not set (the job history, above all) stays as the steps have left it.
#pragma once

#include <condition_variable>
#include <functional>
#include <limits>
#include <mutex>
#include <thread>

#include "panel/automation/driver.hpp"
#include "panel/automation/flow.hpp"
#include "panel/automation/flow_host.hpp"
#include "panel/automation/recorder.hpp"
#include "panel/callback.hpp"
#include "panel/machine.hpp"

namespace paneltwin::panel {

class FlowDesk {
 public:
  enum class Phase { empty, ready, playing, paused, passed, failed };
  struct Progress {
    Phase phase = Phase::empty;
    std::string name, why;
    std::filesystem::path file;
    std::vector<std::string> steps;  // of the first level, as written
    std::size_t next = 0;            // the step that comes
  };
  /// What is shown over the glass while a flow is played: the step, and where the finger is.
  struct Overlay {
    std::string caption;
    std::optional<std::pair<float, float>> touch;
  };

  /// On the panel's thread, which all calls come from.
  FlowDesk(Machine& machine, Panel& panel, Driver& driver);
  ~FlowDesk();
  FlowDesk(const FlowDesk&) = delete;
  FlowDesk& operator=(const FlowDesk&) = delete;

  void record();
  /// Ends the recording and opens what was recorded, as a file in the state folder. Failure: output_failed.
  device::Result<std::filesystem::path> save();
  void expect();  // an expectation of what is on the glass now
  void end();     // what was recorded stays: for recorded(), and for a report
  [[nodiscard]] Recorder& recorder() { return recorder_; }
  /// The flow file of what was recorded; empty when nothing was.
  [[nodiscard]] std::string recorded(std::string name) const;

  /// The first row of the flow's data. Failure: invalid_value, with place and cure.
  device::Result<void> open(const std::filesystem::path& file);
  void play();
  void pause();
  void step();
  void back();
  [[nodiscard]] Progress progress() const;
  [[nodiscard]] std::optional<Overlay> overlay() const;
  /// Called on any thread when progress() is another.
  void on_change(std::function<void()> changed) { told_.set(std::move(changed)); }

  /// The ZIP file of "Report a problem", in the state folder. Failure: output_failed.
  device::Result<std::filesystem::path> report_problem();

 private:
  void work(const std::stop_token& stop);
  void play_from_start(const Flow& flow);
  bool may_go_on(const FlowStep& step, int depth);
  void start_at(std::size_t pause_before, bool at_full_speed);
  [[nodiscard]] Recorder::Head head(std::string name) const;

  Machine& machine_;
  Panel& panel_;
  Driver& driver_;
  Recorder recorder_;
  FlowHost host_;
  std::unique_ptr<Chromium> chromium_;

  Callback told_;
  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  Flow flow_;
  Progress progress_;
  std::optional<Overlay> overlay_;
  bool begins_ = false, gives_up_ = false, finished_ = true;
  std::size_t pause_before_ = 0;  // stops before this step
  std::size_t hurries_to_ = 0;    // at full speed until this one
  std::size_t reached_ = 0;       // so many steps of the first level have begun
  std::jthread worker_;
};

}  // namespace paneltwin::panel
