// Power, sleep, and the panel's operation time-out.
#pragma once

#include <functional>
#include <optional>

#include "device/core.hpp"

namespace paneltwin::device {

class Power {
 public:
  explicit Power(Core& core) : core_(core) {}
  ~Power() { stop_timers(); }
  Power(const Power&) = delete;
  Power& operator=(const Power&) = delete;

  void start();
  /// A tap, or an original in the feeder: wakes the machine and lets both waits begin anew.
  void touched();
  void sleep();
  /// Failure: busy while a job is under way.
  Result<void> off();
  /// Out of reach until on().
  void restart();
  void on();
  /// Called when the panel goes dark, asleep or off.
  void on_dark(std::function<void()> seen) { dark_ = std::move(seen); }
  /// Called when nobody touched the panel for the operation time-out.
  void on_time_out(std::function<void()> seen) { time_out_ = std::move(seen); }
  /// The waits themselves were changed, or the network came or went.
  void timers_changed();

 private:
  void go_dark(PowerState state);
  void arm();
  void stop_timers();
  void sleep_is_due();
  void time_out_is_due();
  void off_is_due();
  void wake_is_due();
  /// How long until Wake from Sleep says; nothing: never.
  [[nodiscard]] std::optional<Duration> wake_wait() const;
  /// How long until the machine turns itself off; 0: it does not.
  [[nodiscard]] Duration off_wait() const;
  [[nodiscard]] Duration since_touch();

  Core& core_;
  std::function<void()> dark_ = [] {}, time_out_ = [] {};
  Instant last_touch_{}, unplugged_{};
  bool was_linked_ = true;
  std::optional<Clock::TimerId> sleep_timer_, time_out_timer_, off_timer_, wake_timer_;
  bool timed_out_ = false;  // since the last touch
};

}  // namespace paneltwin::device
