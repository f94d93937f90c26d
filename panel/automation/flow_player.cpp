#include "panel/automation/flow_player.hpp"

#include <condition_variable>
#include <future>
#include <mutex>

#include "device/assets.hpp"
#include "panel/automation/expectation.hpp"
#include "panel/render/png.hpp"

namespace paneltwin::panel {

using device::Result;

namespace {

using Done = std::expected<void, std::string>;

Done done(const Result<void>& result) {
  if (result) return {};
  return std::unexpected(result.error().detail.empty() ? std::string(device::name_of(result.error().kind))
                                                       : result.error().detail);
}

class FlowPlayer {
 public:
  FlowPlayer(Machine& machine, Panel& panel, const std::filesystem::path& evidence)
      : machine_(machine), panel_(panel), evidence_(evidence) {
    panel_.on_wake([this] { ring(); });
  }
  ~FlowPlayer() { panel_.on_wake({}); }
  FlowPlayer(const FlowPlayer&) = delete;
  FlowPlayer& operator=(const FlowPlayer&) = delete;

  Done act(const step::Tap& step) { return touched(tap(panel_, step.on)); }
  Done act(const step::Type& step) { return touched(type(panel_, step.text)); }
  Done act(const step::Key& step) { return touched(press(panel_, step.key)); }
  Done act(const step::Swipe& step) { return touched(swipe(panel_, step.direction, step.on)); }

  Done act(const step::Pause& step) {
    machine_.clock().advance(step.time);
    return see_what_came();
  }

  Done act(const step::Screenshot& step) {
    panel_.settle();
    return keep(step.name + ".png", to_png(panel_.picture()));
  }

  Done act(const step::Fault& step) {
    if (step.faults.empty()) machine_.clear_faults();
    for (const auto& [name, on] : step.faults) machine_.set_fault(name, on);
    machine_.loop().sync([] {});
    return {};
  }

  Done act(const step::Original& step) {
    if (!step.path.empty()) return done(machine_.originals().lay(step.at, step.path));
    machine_.originals().take_away(step.at);
    return {};
  }

  Done act(const step::Scenario& step) { return done(machine_.play_scenario(step.name)); }

  Done act(const step::Language& step) {
    std::promise<Result<void>> answer;
    machine_.device().post(
        device::command::SetSetting{"language", step.tag},
        [&answer](const Result<std::int64_t>& set) {
          answer.set_value(set ? Result<void>() : std::unexpected(set.error()));
        },
        device::Origin::world);
    return done(answer.get_future().get());
  }

  Done act(const ClockStep& step) {
    apply(machine_.clock(), step);
    return see_what_came();
  }

  Done act(const Expectation& expected) {
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::minutes(3);
    // A long limit is walked in longer strides: what it waits for, sockets or timers, is asked after a hundred times.
    const auto stride = std::max(device::Duration(500), expected.within / 100);
    for (auto left = expected.within;;) {
      panel_.settle();
      if (holds(expected, machine_, panel_)) return {};
      if (something_happened() && std::chrono::steady_clock::now() < give_up) continue;
      if (left.count() <= 0)
        return std::unexpected("not within the time; " + what_is_there(expected, machine_, panel_));
      const auto by = std::min(left, stride);
      left -= by;
      machine_.clock().advance(by);
    }
  }

  /// What a tester looks at when a step fails.
  void keep_evidence() {
    static_cast<void>(keep("failure.png", to_png(panel_.picture())));
    static_cast<void>(keep("tree.json", to_json(panel_.tree())));
    static_cast<void>(keep("state.json", device::to_json(*machine_.device().snapshot())));
  }

 private:
  /// What a touch asks of the machine (to wake, to start) is on the glass before the next step looks.
  Done touched(const Result<void>& result) { return result ? see_what_came() : done(result); }

  /// After the clock was turned: timers are called first, then what they left for later, and then the panel looks.
  Done see_what_came() {
    for (int i = 0; i < 2; ++i) machine_.loop().sync([] {});
    panel_.settle();
    return {};
  }

  void ring() {
    const std::lock_guard lock(mutex_);
    rung_ = true;
    bell_.notify_one();
  }

  /// Gives sockets and workers, which live in real time, a moment: false when nothing came of it.
  bool something_happened() {
    const bool works = !machine_.device().snapshot()->active.empty();
    std::unique_lock lock(mutex_);
    const bool rung = bell_.wait_for(lock, std::chrono::milliseconds(works ? 400 : 40), [this] { return rung_; });
    rung_ = false;
    return rung;
  }

  Done keep(const std::string& name, const std::string& content) {
    if (evidence_.empty()) return {};
    std::error_code error;
    std::filesystem::create_directories(evidence_, error);
    if (device::write_file(evidence_ / name, content)) return {};
    return std::unexpected("cannot write " + (evidence_ / name).string());
  }

  Machine& machine_;
  Panel& panel_;
  const std::filesystem::path& evidence_;
  std::mutex mutex_;
  std::condition_variable bell_;
  bool rung_ = false;
};

}  // namespace

FlowResult play(const Flow& flow, Machine& machine, Panel& panel, const std::filesystem::path& evidence) {
  const auto begun = std::chrono::steady_clock::now();
  FlowPlayer player(machine, panel, evidence);
  FlowResult result;
  for (const auto& step : flow.steps) {
    const auto stepped = std::visit([&](const auto& act) { return player.act(act); }, step.act);
    if (!stepped) {
      result.broken = {step.line, step.text, stepped.error()};
      player.keep_evidence();
      break;
    }
    ++result.steps_done;
  }
  result.took = std::chrono::steady_clock::now() - begun;
  return result;
}

}  // namespace paneltwin::panel
