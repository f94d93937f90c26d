#include "panel/ui/scroll.hpp"

#include <algorithm>
#include <cmath>

namespace paneltwin::panel {

static constexpr double slow_down_ms = 325;   // the speed falls to 1/e in this time
static constexpr float slowest = 0.02f;       // pixels a millisecond; below that it stands
static constexpr double hold_still_ms = 100;  // a finger that rested this long before it left throws nothing

void Scroll::move_to(float offset) {
  offset_ = std::clamp(offset, 0.0f, range());
  if (offset_ != offset) velocity_ = 0;
}

void Scroll::measure(float content, float view) {
  content_ = content;
  view_ = view;
  move_to(offset_);
}

void Scroll::drag(float distance, Milliseconds now) {
  const double passed = std::max(1.0, (now - last_).count());
  const auto speed = static_cast<float>(-distance / passed);
  velocity_ = passed > hold_still_ms ? speed : velocity_ * 0.4f + speed * 0.6f;
  last_ = now;
  const float velocity = velocity_;
  move_to(offset_ - distance);
  velocity_ = velocity;
}

void Scroll::release(bool with_inertia, Milliseconds now) {
  if (!with_inertia || (now - last_).count() > hold_still_ms) velocity_ = 0;
  last_ = now;
}

void Scroll::advance(Milliseconds now) {
  if (velocity_ == 0) return;
  const double passed = (now - last_).count();
  last_ = now;
  const double fading = std::exp(-passed / slow_down_ms);
  const auto way = static_cast<float>(velocity_ * slow_down_ms * (1 - fading));
  velocity_ *= static_cast<float>(fading);
  if (std::abs(velocity_) < slowest) velocity_ = 0;
  move_to(offset_ + way);
}

void Scroll::show(float top, float bottom) {
  velocity_ = 0;
  if (top < offset_) return move_to(top);
  if (bottom > offset_ + view_) move_to(bottom - view_);
}

}  // namespace paneltwin::panel
