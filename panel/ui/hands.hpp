// What fingers and keys mean on what was on the glass: press, tap, drag, sweep, focus.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "panel/ui/focus.hpp"
#include "panel/ui/input.hpp"
#include "panel/ui/scroll.hpp"
#include "panel/ui/spots.hpp"

namespace paneltwin::panel {

class Hands {
 public:
  /// A finger that moves further than `drag` pixels scrolls, and its tap is off.
  explicit Hands(float drag) : drag_(drag) {}

  void drag_from(float drag) { drag_ = drag; }

  /// Takes one frame's events. `editing`: a text is being edited, so sideways arrows and Backspace are its own.
  void take(const std::deque<InputEvent>& events, const Spots& spots, Milliseconds now, bool inertia, bool editing);

  // What came of it, in this frame.
  [[nodiscard]] bool is_tapped(std::string_view path) const { return !path.empty() && tapped_ == path; }
  [[nodiscard]] bool is_pressed(std::string_view path) const { return touch_.down && touch_.pressed == path; }
  [[nodiscard]] bool accepted() const { return !tapped_.empty(); }
  [[nodiscard]] bool refused() const { return refused_; }
  [[nodiscard]] const std::string& typed() const { return typed_; }
  [[nodiscard]] const std::vector<KeyPress>& keys() const { return keys_; }  // those that no widget took
  [[nodiscard]] std::optional<Direction> swept() const { return swept_; }
  [[nodiscard]] const Focus& focus() const { return focus_; }

  /// Where and when the finger last came down, and on what.
  struct Press {
    std::string path;
    float x = 0, y = 0;
    Milliseconds since{-1e9};
  };
  [[nodiscard]] const Press& last_press() const { return last_press_; }

  [[nodiscard]] Scroll& scroll(const std::string& list) { return scrolls_[list]; }
  /// Lists under this path start at their top again.
  void forget_scrolls(std::string_view path);
  /// The finger on the glass means nothing any more, until it comes down again.
  void let_go();
  /// When the next frame is due although nothing comes in.
  [[nodiscard]] std::optional<Milliseconds> due(Milliseconds now) const;

 private:
  struct Touch {
    bool down = false, dragging = false, repeated = false;
    float start_x = 0, start_y = 0, x = 0, y = 0;
    std::string pressed, list;
    std::optional<Milliseconds> next_repeat;
  };
  void on(const PointerDown& event, const Spots& spots);
  void on(const PointerMove& event, const Spots& spots);
  void on(const PointerUp& event, const Spots& spots);
  void on(const PointerCancel& event, const Spots& spots);
  void on(const KeyPress& event, const Spots& spots);
  void on(const TextInput& event, const Spots& spots);
  bool moved_focus(const KeyPress& event, const Spots& spots);
  bool tapped_by_key(const KeyPress& event, const Spots& spots);
  void repeat_held(const Spots& spots);
  void tap(const Spot& spot);
  void bring_into_sight(const Spot& spot, const Spots& spots);

  float drag_;
  Milliseconds now_{0};
  bool inertia_ = true, editing_ = false;
  Touch touch_;
  Press last_press_;
  Focus focus_;
  std::map<std::string, Scroll, std::less<>> scrolls_;
  std::string tapped_, typed_;
  bool refused_ = false;
  std::vector<KeyPress> keys_;
  std::optional<Direction> swept_;
};

}  // namespace paneltwin::panel
