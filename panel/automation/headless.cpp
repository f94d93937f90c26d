#include "panel/automation/headless.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace paneltwin::panel {

void run_headless(Panel& panel, Driver& driver, const std::stop_token& stop, const Between& between) {
  std::mutex mutex;
  std::condition_variable_any bell;
  bool rung = true;
  const auto ring = [&] {
    const std::lock_guard lock(mutex);
    rung = true;
    bell.notify_one();
  };
  panel.on_wake(ring);
  driver.on_wake(ring);
  while (!stop.stop_requested()) {
    driver.pump();
    if (panel.wants_frame()) panel.frame();
    const auto called_again = between ? between() : std::nullopt;
    if (panel.wants_frame()) continue;
    auto wait = panel.next_frame_in();
    if (called_again && (!wait || *called_again < *wait)) wait = called_again;
    std::unique_lock lock(mutex);
    if (wait) {
      bell.wait_for(lock, stop, *wait, [&] { return rung; });
    } else {
      bell.wait(lock, stop, [&] { return rung; });
    }
    rung = false;
  }
  driver.on_wake({});
  panel.on_wake({});
}

}  // namespace paneltwin::panel
