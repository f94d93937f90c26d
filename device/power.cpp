#include "device/power.hpp"

#include "device/date_time.hpp"

namespace paneltwin::device {

void Power::start() {
  last_touch_ = core_.now();
  arm();
}

void Power::touched() {
  if (core_.state.power == PowerState::off || core_.state.power == PowerState::restarting) return;
  last_touch_ = core_.now();
  timed_out_ = false;
  if (core_.state.power == PowerState::asleep) {
    core_.state.power = PowerState::on;
    core_.publish();
  }
  arm();
}

void Power::sleep() {
  if (core_.state.power != PowerState::on) return;
  stop_timers();
  core_.state.power = PowerState::asleep;
  dark_();
  core_.state.admin.panel_logged_in = false;
  core_.publish();
  arm();
}

Result<void> Power::off() {
  if (!core_.state.active.empty()) return fail(FailureKind::busy);
  go_dark(PowerState::off);
  return {};
}

void Power::restart() { go_dark(PowerState::restarting); }

void Power::go_dark(PowerState state) {
  stop_timers();
  core_.state.power = state;
  dark_();
  core_.state.admin.panel_logged_in = false;
  core_.state.notices.clear();
  core_.publish();
}

void Power::on() {
  if (core_.state.power == PowerState::off || core_.state.power == PowerState::restarting) {
    core_.state.power = PowerState::on;
    core_.publish();
  }
  touched();
}

void Power::timers_changed() {
  if (was_linked_ && !core_.state.network.link) unplugged_ = core_.now();
  was_linked_ = core_.state.network.link;
  stop_timers();
  arm();
}

/// Sets the timers that do not wait yet. A touch only moves `last_touch_`: a timer that comes too early waits again,
/// so that a tap costs no timer.
void Power::arm() {
  if (core_.state.power == PowerState::off) return;
  if (const auto wait = off_wait(); !off_timer_ && wait.count() > 0) {
    off_timer_ = core_.ports.clock.call_at(core_.now() + wait, core_.while_alive([this] { off_is_due(); }));
  }
  if (core_.state.power == PowerState::asleep && !wake_timer_) {
    if (const auto wait = wake_wait()) {
      wake_timer_ = core_.ports.clock.call_at(core_.now() + *wait, core_.while_alive([this] { wake_is_due(); }));
    }
  }
  if (core_.state.power != PowerState::on) return;
  if (!sleep_timer_) {
    sleep_timer_ = core_.ports.clock.call_at(last_touch_ + core_.state.basic.sleep_timer,
                                             core_.while_alive([this] { sleep_is_due(); }));
  }
  const auto time_out = core_.state.basic.operation_time_out;
  if (!time_out_timer_ && !timed_out_ && time_out.count() > 0) {
    time_out_timer_ =
        core_.ports.clock.call_at(last_touch_ + time_out, core_.while_alive([this] { time_out_is_due(); }));
  }
}

void Power::stop_timers() {
  for (auto* timer : {&sleep_timer_, &time_out_timer_, &off_timer_, &wake_timer_}) {
    if (*timer) core_.ports.clock.cancel(**timer);
    timer->reset();
  }
}

void Power::sleep_is_due() {
  sleep_timer_.reset();
  if (!core_.state.active.empty()) last_touch_ = core_.now();  // a machine at work does not sleep
  if (since_touch() >= core_.state.basic.sleep_timer) return sleep();
  arm();
}

static constexpr Duration at_once{1};

Duration Power::off_wait() const {
  const auto left = [&](std::string_view setting, Instant since) {
    const std::chrono::minutes wait(core_.state.settings.number(setting));
    return wait.count() == 0 ? Duration(0) : std::max<Duration>(at_once, since + wait - core_.now());
  };
  const auto idle = left("power-off-if-inactive", last_touch_);
  const auto alone = core_.state.network.link ? Duration(0) : left("power-off-if-disconnected", unplugged_);
  if (idle.count() == 0 || alone.count() == 0) return std::max(idle, alone);
  return std::min(idle, alone);
}

void Power::off_is_due() {
  off_timer_.reset();
  if (!core_.state.active.empty()) last_touch_ = unplugged_ = core_.now();  // a machine at work does not turn off
  if (off_wait() == at_once && off()) return;
  arm();
}

std::optional<Duration> Power::wake_wait() const {
  const int hour = core_.state.settings.number("scheduled-wake");
  if (hour == 0) return std::nullopt;
  const auto here = local_time(core_.state, core_.now());
  auto due = std::chrono::floor<std::chrono::days>(here) + std::chrono::hours(hour);
  if (due <= here) due += std::chrono::days(1);
  return due - here;
}

void Power::wake_is_due() {
  wake_timer_.reset();
  touched();
}

void Power::time_out_is_due() {
  time_out_timer_.reset();
  if (since_touch() < core_.state.basic.operation_time_out) return arm();
  timed_out_ = true;
  ++core_.state.time_outs;
  core_.state.admin.panel_logged_in = false;
  time_out_();
  core_.publish();
}

Duration Power::since_touch() {
  last_touch_ = std::min(last_touch_, core_.now());  // the clock may have been set back
  return core_.now() - last_touch_;
}

}  // namespace paneltwin::device
