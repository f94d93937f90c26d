// The way to a panel from other threads: work is queued here and done on the thread that owns the panel.
#pragma once

#include <functional>
#include <memory>

#include "panel/panel.hpp"

namespace paneltwin::panel {

class Driver {
 public:
  using Work = std::move_only_function<void(Panel&)>;

  /// Made on the thread that owns `panel`.
  explicit Driver(Panel& panel);
  ~Driver();  // what still waits is dropped

  /// Called (any thread) when something waits in pump(); wakes the owner's loop.
  void on_wake(std::function<void()> wake);
  /// Does what waits. Owner's thread.
  void pump();
  /// Does `work` on the owner's thread, soon. Any thread.
  void post(Work work);
  /// The same, and waits for it; at once on the owner's thread. False when the driver went away before. Not on the
  /// loop's thread: the panel may be waiting for the loop.
  bool run(Work work);

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel
