#include "device/clock.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <utility>

#include <boost/asio/steady_timer.hpp>

namespace paneltwin::device {

namespace {

using Real = std::chrono::steady_clock;

constexpr Instant earliest{};  // 1970
constexpr Instant latest = std::chrono::sys_days(std::chrono::year(9999) / 12 / 31);
constexpr double fastest = 1e6;

Instant within_calendar(Instant at) { return std::clamp(at, earliest, latest); }

}  // namespace

struct Clock::Impl : std::enable_shared_from_this<Clock::Impl> {
  Impl(Loop& owner, Instant start) : loop(owner), base(within_calendar(start)), waiting(owner.io()) {}

  [[nodiscard]] Instant now_locked() const {
    const std::chrono::duration<double, std::milli> passed = (Real::now() - base_real) * rate;
    const double room = static_cast<double>((latest - base).count());
    return base + Duration(static_cast<Duration::rep>(std::min(passed.count(), room)));
  }

  void rebase_locked(Instant now) {
    base = within_calendar(now);
    base_real = Real::now();
  }

  /// Fires what is due, on the loop. Timers that are set meanwhile wait for the next round, so that nothing can keep
  /// the loop here.
  void fire() {
    std::unique_lock lock(mutex);
    const TimerId last = next_id;
    for (bool more = true; more;) {
      const Instant now = now_locked();
      auto due = std::find_if(timers.begin(), timers.end(),
                              [&](const auto& timer) { return timer.first.first > now || timer.first.second < last; });
      more = due != timers.end() && due->first.first <= now;
      if (!more) break;
      Task task = std::move(due->second);
      due_at.erase(due->first.second);
      timers.erase(due);
      lock.unlock();
      task();
      task = nullptr;
      lock.lock();
    }
    lock.unlock();
    arm();
  }

  /// Waits, in real time, for the timer that is due next. On the loop.
  void arm() {
    std::lock_guard lock(mutex);
    if (timers.empty() || rate == 0) {
      if (!timers.empty() && timers.begin()->first.first <= now_locked()) return loop.post(firing());
      waiting.cancel();
      return;
    }
    const std::chrono::duration<double, std::milli> wait = (timers.begin()->first.first - now_locked()) / rate;
    // Never longer than an hour at once: a far timer must not overflow the real clock.
    const double real = std::clamp(std::ceil(wait.count()), 0.0, 3'600'000.0);
    waiting.expires_after(Duration(static_cast<Duration::rep>(real)));
    waiting.async_wait([weak = weak_from_this()](const boost::system::error_code& error) {
      if (auto self = weak.lock(); self && !error) self->fire();
    });
  }

  Loop::Task firing() {
    return [weak = weak_from_this()] {
      if (auto self = weak.lock()) self->fire();
    };
  }

  Loop& loop;
  mutable std::mutex mutex;
  Instant base;
  Real::time_point base_real = Real::now();
  double rate = 1;
  TimerId next_id = 1;
  std::map<std::pair<Instant, TimerId>, Task> timers;  // in the order they are due
  std::map<TimerId, Instant> due_at;
  boost::asio::steady_timer waiting;  // loop's thread only
};

Clock::Clock(Loop& loop, Instant start) : impl_(std::make_shared<Impl>(loop, start)) {}

Clock::~Clock() {
  decltype(impl_->timers) dropped;
  {
    std::lock_guard lock(impl_->mutex);
    dropped.swap(impl_->timers);
    impl_->due_at.clear();
  }
  impl_->loop.post([impl = impl_] { impl->waiting.cancel(); });
}

Instant Clock::now() const {
  std::lock_guard lock(impl_->mutex);
  return impl_->now_locked();
}

double Clock::rate() const {
  std::lock_guard lock(impl_->mutex);
  return impl_->rate;
}

Clock::TimerId Clock::call_at(Instant at, Task due) {
  TimerId id = 0;
  bool first = false;
  {
    std::lock_guard lock(impl_->mutex);
    id = impl_->next_id++;
    const auto timer = impl_->timers.emplace(std::pair(at, id), std::move(due)).first;
    impl_->due_at.emplace(id, at);
    first = timer == impl_->timers.begin();
  }
  if (first) impl_->loop.post(impl_->firing());
  return id;
}

void Clock::cancel(TimerId id) {
  Task dropped;  // destroyed outside the lock: what it holds may call back here
  std::lock_guard lock(impl_->mutex);
  const auto known = impl_->due_at.find(id);
  if (known == impl_->due_at.end()) return;
  const auto timer = impl_->timers.find({known->second, id});
  dropped = std::move(timer->second);
  impl_->timers.erase(timer);
  impl_->due_at.erase(known);
}

void Clock::run(double rate) {
  {
    std::lock_guard lock(impl_->mutex);
    impl_->rebase_locked(impl_->now_locked());
    impl_->rate = rate > 0 ? std::min(rate, fastest) : 0;  // also for not-a-number
  }
  impl_->loop.post(impl_->firing());
}

void Clock::advance(Duration by) {
  {
    std::lock_guard lock(impl_->mutex);
    const Instant now = impl_->now_locked();
    impl_->rebase_locked(now + std::clamp(by, Duration::zero(), latest - now));
  }
  impl_->loop.post(impl_->firing());
}

void Clock::set(Instant at) {
  {
    std::lock_guard lock(impl_->mutex);
    const Instant before = impl_->now_locked();
    impl_->rebase_locked(at);
    if (const Duration back = before - impl_->base; back > Duration::zero()) {
      decltype(impl_->timers) kept;
      for (auto& [key, task] : impl_->timers) {
        const Instant due = key.first - back;
        impl_->due_at[key.second] = due;
        kept.emplace(std::pair(due, key.second), std::move(task));
      }
      impl_->timers = std::move(kept);
    }
  }
  impl_->loop.post(impl_->firing());
}

Instant Clock::system_now() { return std::chrono::floor<Duration>(std::chrono::system_clock::now()); }

}  // namespace paneltwin::device
