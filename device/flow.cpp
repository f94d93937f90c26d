#include "device/flow.hpp"

namespace paneltwin::device {

namespace {

/// One wait: whichever comes first, the time or the stop, ends it.
struct Pause {
  std::move_only_function<void(bool)> done;
  std::optional<std::stop_callback<std::function<void()>>> on_stop;

  void end(bool passed) {
    if (auto once = std::exchange(done, nullptr)) once(passed);
  }
};

}  // namespace

Answer<bool> pause(Core& core, Duration wait, std::stop_token stop) {
  return {core, [&clock = core.ports.clock, wait, stop = std::move(stop)](Answer<bool>::Done done) {
            auto pause = std::make_shared<Pause>();
            pause->done = std::move(done);
            const auto timer = clock.call_after(wait, [pause] { pause->end(true); });
            pause->on_stop.emplace(stop, [&clock, timer, weak = std::weak_ptr(pause)] {
              const auto kept = weak.lock();
              clock.cancel(timer);
              if (kept) kept->end(false);
            });
          }};
}

}  // namespace paneltwin::device
