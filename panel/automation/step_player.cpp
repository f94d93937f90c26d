#include "panel/automation/step_player.hpp"

#include <future>

#include "device/assets.hpp"
#include "device/names.hpp"
#include "panel/goldens/picture_digest.hpp"
#include "panel/render/png.hpp"

namespace paneltwin::panel {

using device::Result;
using Done = StepPlayer::Done;

static Done done(const Result<void>& result) {
  if (result) return {};
  return std::unexpected(result.error().detail.empty() ? std::string(device::name_of(result.error().kind))
                                                       : result.error().detail);
}

void StepPlayer::listen() {
  subscription_ = host_.machine().device().subscribe([bell = bell_](const device::Snapshot&) {
    const std::lock_guard lock(bell->mutex);
    bell->rung = true;
    bell->changed.notify_one();
  });
}

bool StepPlayer::is_at_work() { return !host_.machine().device().snapshot()->active.empty(); }

bool StepPlayer::something_happened() {
  const bool works = is_at_work();
  std::unique_lock lock(bell_->mutex);
  const bool rung =
      bell_->changed.wait_for(lock, std::chrono::milliseconds(works ? 400 : 40), [this] { return bell_->rung; });
  bell_->rung = false;
  return rung;
}

bool StepPlayer::wait_until(device::Duration within, std::chrono::milliseconds real,
                            const std::function<bool()>& holds) {
  const auto begun = std::chrono::steady_clock::now();
  const auto give_up = begun + std::chrono::minutes(3);
  // A job that is under way lives in real time too, among sockets and workers: on a computer that is busy it is late,
  // not wrong.
  const auto patience = begun + std::chrono::minutes(2);
  // A long limit is walked in longer strides: what it waits for, sockets or timers, is asked after a hundred times.
  const auto stride = std::max(device::Duration(500), within / 100);
  for (auto left = within;;) {
    if (holds()) return true;
    const auto now = std::chrono::steady_clock::now();
    if (something_happened() && now < give_up) continue;
    if (left.count() <= 0) {
      if (now < begun + real || (is_at_work() && now < patience)) continue;
      return false;
    }
    const auto by = std::min(left, stride);
    left -= by;
    host_.machine().clock().advance(by);
  }
}

/// What a touch asks of the machine (to wake, to start) is on the glass before the next step looks.
Done StepPlayer::touched(const std::function<Result<void>(Panel&)>& touch) {
  Result<void> result;
  if (auto reached = host_.on_panel([&](Panel& panel) { result = touch(panel); }); !reached) return done(reached);
  return result ? see_what_came() : done(result);
}

/// After the clock was turned: timers are called first, then what they left for later, and then the panel looks.
Done StepPlayer::see_what_came() {
  for (int i = 0; i < 2; ++i) host_.machine().loop().sync([] {});
  return done(host_.on_panel([](Panel& panel) { panel.settle(); }));
}

Done StepPlayer::act(const step::Tap& step) {
  return touched([&](Panel& panel) { return tap(panel, step.on); });
}
Done StepPlayer::act(const step::LongPress& step) {
  return touched([&](Panel& panel) { return long_press(panel, step.on, step.held); });
}
Done StepPlayer::act(const step::Type& step) {
  return touched([&](Panel& panel) { return type(panel, step.text); });
}
Done StepPlayer::act(const step::Key& step) {
  return touched([&](Panel& panel) { return press(panel, step.key); });
}
Done StepPlayer::act(const step::Swipe& step) {
  return touched([&](Panel& panel) { return swipe(panel, step.direction, step.on); });
}

Done StepPlayer::act(const step::Pause& step) {
  host_.machine().clock().advance(step.time);
  return see_what_came();
}

Done StepPlayer::act(const ClockStep& step) {
  apply(host_.machine().clock(), step);
  return see_what_came();
}

Done StepPlayer::act(const step::Screenshot& step) {
  std::string png;
  const auto taken = host_.on_panel([&](Panel& panel) {
    panel.settle();
    png = to_png(panel.picture());
  });
  if (!taken) return done(taken);
  if (watch_.picture) watch_.picture(step.name, png);
  return step.golden.empty() ? Done() : compare(step, png);
}

/// A picture that is another than the golden one is shown beside it, with what differs.
Done StepPlayer::compare(const step::Screenshot& step, const std::string& png) {
  if (watch_.accepts) return accept(step, png);
  const auto golden = device::read_file(step.golden);
  if (!golden) {
    return std::unexpected("there is no golden picture " + step.golden.string() +
                           "; when the picture is right, play with --accept");
  }
  const auto wanted = from_png(*golden), taken = from_png(png);
  if (!wanted) return std::unexpected(step.golden.string() + ": " + wanted.error().detail);
  if (!taken) return std::unexpected(taken.error().detail);
  if (taken->width == wanted->width && taken->height == wanted->height && taken->rgba == wanted->rgba) return {};
  if (watch_.picture) watch_.picture(step.name + std::string(difference_suffix), to_png(compared(*wanted, *taken)));
  if (taken->width != wanted->width || taken->height != wanted->height) {
    return std::unexpected("the picture is not of the size of " + step.golden.string());
  }
  std::size_t other = 0;
  for (std::size_t i = 0; i + 3 < taken->rgba.size(); i += 4) {
    if (!std::equal(&taken->rgba[i], &taken->rgba[i] + 3, &wanted->rgba[i])) ++other;
  }
  return std::unexpected(std::to_string(other) + " pixels are not as in " + step.golden.string() +
                         "; when the picture is right, play with --accept");
}

Done StepPlayer::accept(const step::Screenshot& step, const std::string& png) {
  std::error_code error;
  std::filesystem::create_directories(step.golden.parent_path(), error);
  if (device::write_file(step.golden, png)) return {};
  return std::unexpected("cannot write " + step.golden.string());
}

Done StepPlayer::act(const step::Fault& step) {
  auto& machine = host_.machine();
  if (step.faults.empty()) machine.clear_faults();
  for (const auto& [name, on] : step.faults) machine.set_fault(name, on);
  return see_what_came();
}

Done StepPlayer::act(const step::Original& step) {
  auto& machine = host_.machine();
  if (!step.asset.empty()) {
    const auto file = machine.assets().find(step.asset);
    if (!file) return std::unexpected("there is no asset " + step.asset);
    return done(machine.originals().lay(step.at, *file));
  }
  if (!step.path.empty()) return done(machine.originals().lay(step.at, step.path));
  machine.originals().take_away(step.at);
  return {};
}

Done StepPlayer::act(const step::MemoryDevice& step) {
  auto& machine = host_.machine();
  machine.stick().pull();
  if (!step.files) return see_what_came();
  const auto folder = machine.options().state / "memory-device";
  std::error_code error;
  std::filesystem::remove_all(folder, error);
  std::filesystem::create_directories(folder, error);
  for (const auto& file : *step.files) {
    if (!error) std::filesystem::copy_file(file, folder / file.filename(), error);
    if (error) return std::unexpected(file.string() + ": " + error.message());
  }
  auto plugged = done(machine.stick().plug(folder));
  return plugged ? see_what_came() : plugged;
}

Done StepPlayer::act(const step::Condition& step) { return posted(device::command::ChangeConditions{step.change}); }

Done StepPlayer::act(const step::Card& step) {
  host_.machine().lay_card(step.card, {});
  return see_what_came();
}

/// Joining takes its time; how it ends is seen on the glass.
Done StepPlayer::act(const step::WifiPin& step) {
  auto& machine = host_.machine();
  const auto& wifi = machine.device().snapshot()->wifi;
  if (std::ranges::find(wifi.found, step.ssid, &device::FoundNetwork::ssid) == wifi.found.end()) {
    return std::unexpected("there is no access point " + step.ssid);
  }
  if (wifi.pin.empty()) return std::unexpected(std::string("the panel waits for no PIN"));
  machine.device().post(device::command::EnterWifiPin{step.ssid, step.pin.value_or(wifi.pin)}, {},
                        device::Origin::world);
  return see_what_came();
}

Done StepPlayer::act(const step::Scenario& step) {
  auto played = done(host_.machine().play_scenario(step.name));
  return played ? see_what_came() : played;
}

Done StepPlayer::act(const step::Language& step) {
  auto& machine = host_.machine();
  const auto tags = machine.texts().tags();
  if (std::ranges::find(tags, step.tag) == tags.end()) {
    std::string there;
    for (const auto& tag : tags) there += (there.empty() ? "" : ", ") + tag;
    return std::unexpected("no language is called '" + step.tag + "'; there are " + there);
  }
  return posted(device::command::SetSetting{"language", step.tag});
}

Done StepPlayer::posted(device::Command command) {
  std::promise<Result<void>> answer;
  host_.machine().device().post(
      std::move(command),
      [&answer](const Result<std::int64_t>& set) {
        answer.set_value(set ? Result<void>() : std::unexpected(set.error()));
      },
      device::Origin::world);
  if (auto set = done(answer.get_future().get()); !set) return set;
  return see_what_came();
}

Done StepPlayer::act(const step::Model& step) {
  browser_.reset();  // its pages were the other machine's
  subscription_.reset();
  auto changed = done(host_.change_model(step.id));
  listen();
  return changed ? see_what_came() : changed;
}

bool StepPlayer::is_so(const Expectation& expected) {
  bool so = false;
  const auto looked = host_.on_panel([&](Panel& panel) {
    panel.settle();
    so = holds(expected, host_.machine(), panel.tree());
  });
  return looked && so;
}

Done StepPlayer::act(const Expectation& expected) {
  if (wait_until(expected.within, std::chrono::milliseconds(0), [&] { return is_so(expected); })) return {};
  std::string there;
  const auto looked = host_.on_panel(
      [&](Panel& panel) { there = what_is_there(expected, host_.machine(), panel.tree(), panel.screen()); });
  if (!looked) return done(looked);
  return std::unexpected("not within the time; " + there);
}

}  // namespace paneltwin::panel
