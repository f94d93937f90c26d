#include "panel/automation/flow_player.hpp"

#include "panel/automation/step_player.hpp"

namespace paneltwin::panel {

namespace {

/// Goes through the steps, and into those that hold others.
class FlowPlayer {
 public:
  FlowPlayer(const FlowHost& host, const FlowWatch& watch) : host_(host), watch_(watch), steps_(host, watch) {}

  /// False when it ends here.
  bool play(const std::vector<FlowStep>& steps, int depth) {
    for (const auto& step : steps) {
      if (!play(step, depth)) return false;
    }
    return true;
  }

  FlowResult result;

 private:
  bool play(const FlowStep& step, int depth) {
    if (watch_.before && !watch_.before(step, depth)) {
      result.stopped = true;
      return false;
    }
    const auto act = steps_.words().fill(step.act, host_.machine());
    if (!act) return end(step, depth, act.error());
    if (const auto* run = std::get_if<step::Run>(&*act))
      return enter(step, depth, [&] { return play(run->steps, depth + 1); });
    if (const auto* repeat = std::get_if<step::Repeat>(&*act)) {
      return enter(step, depth, [&] { return play_repeat(step, *repeat, depth); });
    }
    if (const auto* when = std::get_if<step::When>(&*act)) {
      return enter(step, depth, [&] { return play(steps_.is_so(when->is) ? when->then : when->otherwise, depth + 1); });
    }
    const auto done = std::visit([this](const auto& one) { return do_one(one); }, *act);
    return end(step, depth, done ? std::string() : done.error());
  }

  template <class Act>
  StepPlayer::Done do_one(const Act& act) {
    if constexpr (requires { steps_.act(act); }) return steps_.act(act);
    return {};  // run, repeat and when were entered
  }

  template <class Inside>
  bool enter(const FlowStep& step, int depth, Inside inside) {
    ++result.steps_done;
    if (watch_.after) watch_.after(step, depth, {});
    return inside();
  }

  bool play_repeat(const FlowStep& step, const step::Repeat& repeat, int depth) {
    for (int round = 1; round <= repeat.most; ++round) {
      if (repeat.until && steps_.is_so(*repeat.until)) return true;
      steps_.words().round(round);
      if (!play(repeat.steps, depth + 1)) return false;
    }
    if (!repeat.until || steps_.is_so(*repeat.until)) return true;
    return end(step, depth, "not so after " + std::to_string(repeat.most) + " rounds");
  }

  bool end(const FlowStep& step, int depth, const std::string& why) {
    if (why.empty()) {
      ++result.steps_done;
    } else {
      result.broken = {step.file, step.line, step.text, why};
    }
    if (watch_.after) watch_.after(step, depth, why);
    return why.empty();
  }

  const FlowHost& host_;
  const FlowWatch& watch_;
  StepPlayer steps_;
};

}  // namespace

FlowResult play(const Flow& flow, const FlowHost& host, const FlowWatch& watch) {
  const auto begun = std::chrono::steady_clock::now();
  FlowPlayer player(host, watch);
  player.play(flow.steps, 0);
  player.result.took = std::chrono::steady_clock::now() - begun;
  return player.result;
}

}  // namespace paneltwin::panel
