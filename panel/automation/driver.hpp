// Acts on a panel as a finger would, from any thread: the flow player, the control port and tests go through here.
// Every action answers once its frame has been drawn.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "device/failure.hpp"
#include "panel/panel.hpp"

namespace paneltwin::panel {

class Driver {
 public:
  /// `panel` is touched only in pump(), on the thread that owns it.
  explicit Driver(Panel& panel);
  ~Driver();
  /// Wakes the owner's loop when something waits in pump(); any thread calls it.
  void on_wake(std::function<void()> wake);
  /// Carries out what waits. Owner's thread, once a loop.
  void pump();
  /// Runs `work` on the owner's thread and waits for it, any thread; at once when the owner's thread calls it.
  void run(std::function<void(Panel&)> work);

  /// The widget by id, or the words on the screen; scrolled into sight by swipes first. not_found (with near ids),
  /// not_allowed (disabled).
  device::Result<void> tap(std::string on);
  device::Result<void> long_press(std::string on);
  /// "left", "right", "up", "down" over the widget, or over the glass when `on` is empty.
  device::Result<void> swipe(std::string direction, std::string on);
  /// Types into the field in focus, as the host's keyboard does.
  device::Result<void> type(std::string text);
  device::Result<void> key(std::string key);
  [[nodiscard]] Node tree();
  [[nodiscard]] Picture picture();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel
