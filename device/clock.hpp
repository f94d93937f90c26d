// The one clock of the machine and of the built-in cloud. It runs (at any rate), stands, and jumps ("91 days later").
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "device/loop.hpp"

namespace paneltwin::device {

using Duration = std::chrono::milliseconds;
using Instant = std::chrono::sys_time<Duration>;  // UTC

class Clock {
 public:
  using TimerId = std::uint64_t;
  using Task = std::move_only_function<void()>;

  /// Starts at `start`, running at rate 1.
  Clock(Loop& loop, Instant start);
  ~Clock();
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;

  /// Any thread.
  [[nodiscard]] Instant now() const;
  /// 0 when it stands, 1 when it keeps real time. Any thread.
  [[nodiscard]] double rate() const;

  /// Calls `due` on the loop, once, when now() has reached `at`. Any thread.
  TimerId call_at(Instant at, Task due);
  TimerId call_after(Duration wait, Task due) { return call_at(now() + wait, std::move(due)); }
  /// After cancel() on the loop's thread `due` is never called. Unknown ids are ignored. Any thread.
  void cancel(TimerId id);

  void stand() { run(0); }
  /// `rate` clock seconds pass in each real second; 0 stands. Any thread.
  void run(double rate);
  /// Jumps forward: the time leaps at once, then every timer that came due fires once, in the order they were due. Any
  /// thread.
  void advance(Duration by);
  /// Sets the clock to `at`, forward or back (a wrong date is a fault that people teach with). Any thread.
  void set(Instant at);

  /// The real clock's time, for start-up only.
  static Instant system_now();

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

/// Reads "91d", "36h", "15m", "5s", "250ms" or sums of them ("1d12h"); nothing when it is none of these or negative.
std::optional<Duration> parse_duration(std::string_view text);
/// "2026-11-23T09:30:00Z", UTC.
std::string to_iso8601(Instant at);
std::optional<Instant> from_iso8601(std::string_view text);

}  // namespace paneltwin::device
