// play: flows, each on a machine of its own, several at once when asked to.
#include <atomic>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "panel/automation/evidence_files.hpp"
#include "panel/automation/html_report.hpp"
#include "panel/automation/junit.hpp"
#include "panel/commands/commands.hpp"
#include "panel/commands/flow_choice.hpp"
#include "panel/commands/play_flow.hpp"
#include "panel/commands/station.hpp"
#include "panel/render/offscreen.hpp"

namespace paneltwin::panel {

namespace {

void say(const PlayedFlow& played, int tries) {
  const auto& result = played.result;
  const auto file = played.flow.file.filename().string();
  if (result.broken) {
    const auto& broken = *result.broken;
    fmt::print("failed  {} ({})\n        {}:{}: {}\n        {}\n", played.flow.name, file, broken.file.string(),
               broken.line, broken.step, broken.why);
  } else {
    const auto again = tries > 1 ? fmt::format(", at the {}. try", tries) : std::string();
    fmt::print("passed  {} ({} steps, {:.2f} s{})\n", played.flow.name, result.steps_done,
               std::chrono::duration<double>(result.took).count(), again);
  }
  std::fflush(stdout);
}

/// Flows handed out to threads, and what became of them, in the flows' order.
class Round {
 public:
  Round(const std::vector<Flow>& flows, const Options& options)
      : flows_(flows), options_(options), played_(flows.size()) {}

  /// Plays until none is left; each thread has its own GL context, browser and machines.
  void work() {
    const auto context = OffscreenContext::open();
    if (!context) return stop({context.error().detail});
    SharedChromium chromium;
    for (std::size_t at = next_++; at < flows_.size() && !stopped_; at = next_++) {
      int tries = 0;
      std::expected<PlayedFlow, StartError> played;
      do {
        played = play_flow(flows_[at], options_, chromium);
        if (!played) return stop(played.error());
      } while (played->result.broken && tries++ < options_.play.retry);
      const std::lock_guard lock(mutex_);
      say(*played, tries + 1);
      if (!options_.out.empty()) {
        if (auto kept = keep_evidence(options_.out, *played, options_.play.video); !kept)
          problem_ = {kept.error().detail};
      }
      played_[at] = std::move(*played);
    }
  }

  void stop(const StartError& problem) {
    const std::lock_guard lock(mutex_);
    problem_ = problem;
    stopped_ = true;
  }

  [[nodiscard]] const std::optional<StartError>& problem() const { return problem_; }
  [[nodiscard]] const std::vector<PlayedFlow>& played() const { return played_; }

 private:
  const std::vector<Flow>& flows_;
  const Options& options_;
  std::vector<PlayedFlow> played_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;
  std::optional<StartError> problem_;
};

}  // namespace

int play_command(const Options& options) {
  const auto flows = choose_flows(options);
  if (!flows) return refuse({flows.error().str(), 2});
  if (flows->empty()) return refuse({"there is no such flow in " + options.names.front(), 2});
  if (options.own_state && options.play.jobs > 1)
    return refuse({"--jobs needs a state folder for each: leave --state out", 2});
  if (options.play.list) {
    for (const auto& flow : *flows) fmt::print("{}  {}\n", flow.file.string(), flow.name);
    return 0;
  }
  if (options.play.video && options.out.empty())
    return refuse({"--video needs a folder to put the film in: --out DIR", 2});
  if (std::ranges::any_of(*flows, [](const Flow& flow) { return compares_pictures(flow.steps); })) draw_as_everywhere();
  Round round(*flows, options);
  {
    std::vector<std::jthread> hands;
    for (int i = 1; i < options.play.jobs; ++i) hands.emplace_back([&round] { round.work(); });
    round.work();
  }
  if (round.problem()) return refuse(*round.problem());
  const auto& played = round.played();
  const auto failed =
      std::ranges::count_if(played, [](const PlayedFlow& one) { return one.result.broken.has_value(); });
  if (!options.out.empty()) {
    const device::Assets assets(options.machine.assets);
    const auto texts = device::Texts::load(assets);
    if (!texts) return refuse({texts.error().str()});
    const auto& words = texts->in(options.machine.language.value_or("en"));
    if (auto told = write_html_report(options.out / "report.html", played, assets, words); !told) {
      return refuse({told.error().detail});
    }
  }
  if (!options.junit.empty() && !write_junit(options.junit, played)) {
    return refuse({"cannot write the report " + options.junit.string()});
  }
  if (played.size() > 1) fmt::print("{} passed, {} failed\n", played.size() - static_cast<std::size_t>(failed), failed);
  return failed == 0 ? 0 : 1;
}

}  // namespace paneltwin::panel
