// Does actions on the panel in real time, a tick after the other. It is asked again and again by the session's loop, so
// that the panel draws meanwhile and a long press is long.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "panel/automation/webdriver/actions.hpp"
#include "panel/automation/webdriver/element_hands.hpp"
#include "panel/automation/webdriver/key_codes.hpp"

namespace paneltwin::panel::webdriver {

/// What the sources hold down, from one command to the next.
struct InputState {
  std::map<std::string, Point> pointers;
  std::string finger;  // the source whose pointer is down; the glass feels one
  std::set<std::string> keys;
  Modifiers modifiers;
};

class ActionPlayer {
 public:
  ActionPlayer(std::vector<Tick> ticks, const KnownElements& known, InputState& state)
      : ticks_(std::move(ticks)), known_(known), state_(state) {}

  /// How long until it wants to be called again; zero time left and `is_done` when all was done. The panel's thread.
  Outcome<std::chrono::milliseconds> go_on(Panel& panel);
  [[nodiscard]] bool is_done() const { return at_ >= ticks_.size(); }

 private:
  using Clock = std::chrono::steady_clock;
  struct Way {  // of a pointer in this tick
    std::string source;
    Point from, to;
    std::chrono::milliseconds duration;
  };
  Outcome<void> begin(Panel& panel, const Tick& tick);
  Outcome<void> begin(Panel& panel, const Action& action);
  Outcome<Point> place(Panel& panel, const action::Target& target, const std::string& source) const;
  void move(Panel& panel, const Way& way, std::chrono::milliseconds since);
  Outcome<void> put_down(Panel& panel, const std::string& source);
  Outcome<void> scroll(Panel& panel, const action::Scroll& scroll);

  std::vector<Tick> ticks_;
  const KnownElements& known_;
  InputState& state_;
  std::size_t at_ = 0;
  std::optional<Clock::time_point> tick_since_;
  std::chrono::milliseconds tick_takes_{0};
  std::vector<Way> ways_;
};

/// Release Actions: lets go of everything.
void release_all(Panel& panel, InputState& state);

}  // namespace paneltwin::panel::webdriver
