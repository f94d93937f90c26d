// A list under a finger: follows it, runs on when let go, stops at its ends.
#pragma once

#include <chrono>

namespace paneltwin::panel {

using Milliseconds = std::chrono::duration<double, std::milli>;

class Scroll {
 public:
  [[nodiscard]] float offset() const { return offset_; }
  /// Pixels that can be scrolled.
  [[nodiscard]] float range() const { return content_ > view_ ? content_ - view_ : 0; }
  [[nodiscard]] float content() const { return content_; }
  [[nodiscard]] bool is_moving() const { return velocity_ != 0; }

  void measure(float content, float view);
  /// The finger moved by `distance` pixels (down is positive) since the last call, `now` on the frame clock.
  void drag(float distance, Milliseconds now);
  /// Let go: runs on when `with_inertia`.
  void release(bool with_inertia, Milliseconds now);
  void stop() { velocity_ = 0; }
  /// Runs on by the time since the last frame.
  void advance(Milliseconds now);
  /// Scrolls as little as shows `top` to `bottom`, pixels of the content.
  void show(float top, float bottom);

 private:
  void move_to(float offset);
  float offset_ = 0, content_ = 0, view_ = 0;
  float velocity_ = 0;  // pixels a millisecond
  Milliseconds last_{0};
};

}  // namespace paneltwin::panel
