#include "panel/automation/flow_desk.hpp"

#include "device/assets.hpp"
#include "panel/automation/flow_player.hpp"
#include "panel/automation/problem_report.hpp"

namespace paneltwin::panel {

using device::FailureKind;
using device::Result;

static constexpr std::size_t never = std::numeric_limits<std::size_t>::max();
static constexpr std::chrono::milliseconds hand_pace{700};

/// How a flow file says a password of this machine or of its tenant.
static std::optional<std::string> secret_name(Machine& machine, const std::string& secret) {
  if (secret == machine.device().label().administrator_password) return "${machine.admin-password}";
  for (const auto& account : machine.cloud().tenant().accounts) {
    if (secret == account.password) return "${password." + account.user + "}";
  }
  return std::nullopt;
}

FlowDesk::FlowDesk(Machine& machine, Panel& panel, Driver& driver)
    : machine_(machine),
      panel_(panel),
      driver_(driver),
      recorder_([&machine](const std::string& secret) { return secret_name(machine, secret); }),
      host_{.machine = [&machine]() -> Machine& { return machine; },
            .on_panel = [&driver](const std::function<void(Panel&)>& work) -> Result<void> {
              if (driver.run([&work](Panel& shown) { work(shown); })) return {};
              return device::fail(FailureKind::canceled);
            },
            .change_model = [](const std::string&) -> Result<void> {
              return device::fail(FailureKind::not_allowed, "the machine in the window stays the model it is");
            },
            .chromium = [this]() -> Result<Chromium*> {
              if (!chromium_) {
                auto started = Chromium::start();
                if (!started) return std::unexpected(started.error());
                chromium_ = std::move(*started);
              }
              return chromium_.get();
            }} {
  panel_.on_input([this](const InputEvent& event) {
    recorder_.saw(event, panel_.tree(), panel_.screen());
    const auto* down = std::get_if<PointerDown>(&event);
    const std::lock_guard lock(mutex_);
    if (down && overlay_) overlay_->touch = {down->x, down->y};
  });
  machine_.on_act([this](const std::string& step) { recorder_.did(step); });
  worker_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

FlowDesk::~FlowDesk() {
  worker_.request_stop();
  {
    const std::lock_guard lock(mutex_);
    gives_up_ = true;
    changed_.notify_all();
  }
  for (;;) {  // it may be waiting for this thread
    {
      const std::lock_guard lock(mutex_);
      if (finished_) break;
    }
    driver_.pump();
    std::this_thread::yield();
  }
  worker_.join();
  machine_.on_act({});
  panel_.on_input({});
}

FlowDesk::Progress FlowDesk::progress() const {
  const std::lock_guard lock(mutex_);
  return progress_;
}

std::optional<FlowDesk::Overlay> FlowDesk::overlay() const {
  const std::lock_guard lock(mutex_);
  return overlay_;
}

void FlowDesk::record() {
  machine_.trace().turn(true);
  recorder_.begin();
}

void FlowDesk::expect() { recorder_.expect(panel_.tree(), panel_.screen()); }

static std::string file_time(device::Instant at) {
  auto text = device::to_iso8601(at).substr(0, 19);
  std::erase_if(text, [](char letter) { return letter == '-' || letter == ':'; });
  return text;
}

Recorder::Head FlowDesk::head(std::string name) const {
  return {.name = std::move(name),
          .model = machine_.model().id,
          .language = machine_.device().snapshot()->basic.language,
          .scenario = machine_.options().scenario};
}

void FlowDesk::end() {
  if (!recorder_.is_glass_ahead()) recorder_.expect(panel_.tree(), panel_.screen());
  recorder_.end();
}

std::string FlowDesk::recorded(std::string name) const {
  return recorder_.steps().empty() ? std::string() : recorder_.flow(head(std::move(name)));
}

Result<std::filesystem::path> FlowDesk::save() {
  end();
  const auto folder = machine_.options().state / "flows";
  const auto name = "recorded-" + file_time(machine_.clock().now());
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  auto file = folder / (name + ".yaml");
  if (!device::write_file(file, recorder_.flow(head(name)))) {
    return device::fail(FailureKind::output_failed, "cannot write " + file.string());
  }
  if (auto opened = open(file); !opened) return std::unexpected(opened.error());
  return file;
}

Result<void> FlowDesk::open(const std::filesystem::path& file) {
  auto flows = load_flows(file);
  if (!flows) return device::fail(FailureKind::invalid_value, flows.error().str());
  const std::lock_guard lock(mutex_);
  gives_up_ = true;
  changed_.notify_all();
  flow_ = std::move(flows->front());
  progress_ = {.phase = Phase::ready, .name = flow_.name, .file = file};
  for (const auto& step : flow_.steps) progress_.steps.push_back(step.text);
  return {};
}

void FlowDesk::start_at(std::size_t pause_before, bool at_full_speed) {
  pause_before_ = pause_before;
  hurries_to_ = at_full_speed ? pause_before : 0;
  gives_up_ = true;  // what is played now
  begins_ = true;
  changed_.notify_all();
}

void FlowDesk::play() {
  const std::lock_guard lock(mutex_);
  if (progress_.phase == Phase::empty) return;
  if (progress_.phase != Phase::paused) return start_at(never, false);
  pause_before_ = never;
  changed_.notify_all();
}

void FlowDesk::pause() {
  const std::lock_guard lock(mutex_);
  if (progress_.phase == Phase::playing) pause_before_ = 0;
}

void FlowDesk::step() {
  const std::lock_guard lock(mutex_);
  if (progress_.phase == Phase::empty) return;
  if (progress_.phase != Phase::paused) return start_at(1, false);
  pause_before_ = progress_.next + 1;
  changed_.notify_all();
}

void FlowDesk::back() {
  const std::lock_guard lock(mutex_);
  if (progress_.phase == Phase::empty || progress_.next == 0) return;
  start_at(progress_.next - 1, true);
}

void FlowDesk::work(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    Flow flow;
    {
      std::unique_lock lock(mutex_);
      finished_ = true;
      if (!changed_.wait(lock, stop, [this] { return begins_; })) return;
      begins_ = gives_up_ = finished_ = false;
      flow = flow_;
      progress_.next = reached_ = 0;
      progress_.why.clear();
      progress_.phase = Phase::playing;
      overlay_.emplace();
    }
    play_from_start(flow);
    told_();
  }
  const std::lock_guard lock(mutex_);
  finished_ = true;
}

void FlowDesk::play_from_start(const Flow& flow) {
  static_cast<void>(host_.on_panel([](Panel& panel) {
    panel.go_home();
    panel.settle();
  }));
  const auto rate = machine_.clock().rate();
  machine_.clock().stand();
  std::string why;
  if (!flow.scenario.empty()) {
    if (auto played = machine_.play_scenario(flow.scenario); !played) why = played.error().detail;
  }
  if (why.empty()) {
    const FlowWatch watch{.before = [this](const FlowStep& step, int depth) { return may_go_on(step, depth); }};
    const auto result = panel::play(flow, host_, watch);
    if (result.broken) why = result.broken->step + ": " + result.broken->why;
  }
  machine_.clock().run(rate);
  const std::lock_guard lock(mutex_);
  overlay_.reset();
  if (gives_up_) return;
  progress_.phase = why.empty() ? Phase::passed : Phase::failed;
  progress_.why = why;
  if (why.empty()) progress_.next = progress_.steps.size();
}

/// Holds the flow's thread before a step while the flow is paused, and keeps a hand's pace else.
bool FlowDesk::may_go_on(const FlowStep& step, int depth) {
  std::unique_lock lock(mutex_);
  const auto given_up = [this] { return gives_up_; };
  if (depth == 0) {
    progress_.next = reached_++;  // steps of the first level come one after the other
    if (overlay_) overlay_->caption = step.text;
    const auto next = progress_.next;
    if (pause_before_ <= next) {
      progress_.phase = Phase::paused;
      lock.unlock();
      told_();
      lock.lock();
      changed_.wait(lock, [&] { return gives_up_ || pause_before_ > next; });
      if (!gives_up_) progress_.phase = Phase::playing;
    }
  }
  if (!gives_up_ && progress_.next >= hurries_to_) {
    lock.unlock();
    told_();
    lock.lock();
    changed_.wait_for(lock, hand_pace, given_up);
  }
  return !gives_up_;
}

Result<std::filesystem::path> FlowDesk::report_problem() {
  const auto zip = problem_report(machine_, look_at(panel_), recorded("problem"));
  if (!zip) return std::unexpected(zip.error());
  const auto folder = machine_.options().state / "reports";
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  auto file = folder / ("problem-" + file_time(machine_.clock().now()) + ".zip");
  if (device::write_file(file, *zip, 0600)) return file;
  return device::fail(FailureKind::output_failed, "cannot write " + file.string());
}

}  // namespace paneltwin::panel
