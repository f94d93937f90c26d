#include "panel/commands/play_flow.hpp"

#include <thread>

#include "panel/commands/scratch_folder.hpp"
#include "panel/commands/station.hpp"

namespace paneltwin::panel {

using device::FailureKind;
using device::Result;

Result<Chromium*> SharedChromium::get() {
  if (!chromium_) {
    auto started = Chromium::start();
    if (!started) return std::unexpected(started.error());
    chromium_ = std::move(*started);
  }
  return chromium_.get();
}

namespace {

/// The machine and panel that a flow is played on; `model` begins them anew over the same state.
class FlowStation {
 public:
  FlowStation(const Flow& flow, const Options& given) : flow_(flow), given_(given), options_(given.machine) {
    if (!given.own_state) options_.state = scratch_.path();
    options_.clock_stands = true;
    if (!flow.model.empty()) options_.model = flow.model;
    if (!flow.language.empty()) options_.language = flow.language;
    if (!flow.scenario.empty()) options_.scenario = flow.scenario;
  }

  std::expected<void, StartError> start() {
    panel_.reset();
    machine_.reset();  // the state folder is free again
    auto machine = Machine::start(options_);
    if (!machine) return std::unexpected(machine.error());
    machine_ = std::move(*machine);
    machine_->keep_state();
    auto panel = open_panel(*machine_, flow_.theme.empty() ? given_.theme : flow_.theme, false);
    if (!panel) return std::unexpected(panel.error());
    panel_ = std::move(*panel);
    return {};
  }

  Result<void> change_model(const std::string& id) {
    if (auto model = load_model(machine_->assets(), id); !model) {
      return device::fail(FailureKind::not_found, model.error().message);
    }
    const auto now = machine_->clock().now();
    options_.model = id;
    options_.scenario.clear();  // the machine is where it was
    options_.language.reset();
    if (auto started = start(); !started) return device::fail(FailureKind::communication, started.error().message);
    machine_->clock().set(now);
    return {};
  }

  FlowHost host(SharedChromium& chromium) {
    return {.machine = [this]() -> Machine& { return *machine_; },
            .on_panel = [this](const std::function<void(Panel&)>& work) -> Result<void> {
              work(*panel_);
              return {};
            },
            .change_model = [this](const std::string& id) { return change_model(id); },
            .chromium = [&chromium] { return chromium.get(); }};
  }

 private:
  const Flow& flow_;
  const Options& given_;
  ScratchFolder scratch_;
  MachineOptions options_;
  std::unique_ptr<Machine> machine_;
  std::unique_ptr<Panel> panel_;
};

}  // namespace

/// Between the steps a hand takes its time.
static FlowWatch at_pace(FlowWatch watch, PlayOptions::Speed speed) {
  if (speed == PlayOptions::Speed::fast) return watch;
  const std::chrono::milliseconds pause{speed == PlayOptions::Speed::human ? 600 : 2000};
  watch.before = [pause, before = std::move(watch.before)](const FlowStep& step, int depth) {
    std::this_thread::sleep_for(pause);
    return before(step, depth);
  };
  return watch;
}

std::expected<PlayedFlow, StartError> play_flow(const Flow& flow, const Options& options, SharedChromium& chromium) {
  FlowStation station(flow, options);
  if (auto started = station.start(); !started) {
    return std::unexpected(StartError{flow.file.string() + ": " + started.error().message, started.error().exit_code});
  }
  const auto host = station.host(chromium);
  Evidence evidence(host, flow, !options.out.empty());
  auto watch = at_pace(evidence.watch(), options.play.speed);
  watch.accepts = options.accept;
  const auto result = play(flow, host, watch);
  return evidence.finish(result);
}

}  // namespace paneltwin::panel
