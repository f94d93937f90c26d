#include "panel/automation/webdriver/action_player.hpp"

#include <algorithm>
#include <cmath>

#include "panel/automation/finger.hpp"

namespace paneltwin::panel::webdriver {

using std::chrono::milliseconds;

static constexpr milliseconds between_moves{16};

Outcome<milliseconds> ActionPlayer::go_on(Panel& panel) {
  while (!is_done()) {
    if (!tick_since_) {
      tick_since_ = Clock::now();
      if (auto begun = begin(panel, ticks_[at_]); !begun) return std::unexpected(begun.error());
    }
    const auto since = std::chrono::duration_cast<milliseconds>(Clock::now() - *tick_since_);
    for (const auto& way : ways_) move(panel, way, since);
    panel.settle();
    if (since < tick_takes_) return ways_.empty() ? tick_takes_ - since : std::min(between_moves, tick_takes_ - since);
    tick_since_.reset();
    ++at_;
  }
  return milliseconds(0);
}

Outcome<void> ActionPlayer::begin(Panel& panel, const Tick& tick) {
  ways_.clear();
  tick_takes_ = milliseconds(0);
  for (const auto& action : tick) {
    tick_takes_ = std::max(tick_takes_, action.duration);
    if (auto begun = begin(panel, action); !begun) return begun;
  }
  return {};
}

Outcome<void> ActionPlayer::begin(Panel& panel, const Action& action) {
  if (const auto* down = std::get_if<action::KeyDown>(&action.what)) {
    state_.keys.insert(down->key);
    for (auto& event : press_key(down->key, state_.modifiers)) panel.input(std::move(event));
  } else if (const auto* up = std::get_if<action::KeyUp>(&action.what)) {
    state_.keys.erase(up->key);
    if (key_named_by(up->key) == "Shift") state_.modifiers.shift = false;
  } else if (const auto* press = std::get_if<action::PointerDown>(&action.what)) {
    if (press->button == 0) return put_down(panel, action.source);
  } else if (const auto* lift = std::get_if<action::PointerUp>(&action.what)) {
    if (lift->button != 0 || state_.finger != action.source) return {};
    const auto at = state_.pointers[action.source];
    panel.input(PointerUp{at.x, at.y});
    state_.finger.clear();
  } else if (std::holds_alternative<action::PointerCancel>(action.what)) {
    if (state_.finger == action.source) panel.input(PointerCancel{});
    if (state_.finger == action.source) state_.finger.clear();
  } else if (const auto* going = std::get_if<action::PointerMove>(&action.what)) {
    const auto to = place(panel, going->to, action.source);
    if (!to) return std::unexpected(to.error());
    ways_.push_back({action.source, state_.pointers[action.source], *to, action.duration});
  } else if (const auto* wheel = std::get_if<action::Scroll>(&action.what)) {
    return scroll(panel, *wheel);
  }
  return {};
}

Outcome<void> ActionPlayer::put_down(Panel& panel, const std::string& source) {
  if (state_.finger == source) return {};
  if (!state_.finger.empty()) {
    return refuse(ErrorCode::unsupported_operation, "the glass feels one finger at a time");
  }
  const auto at = state_.pointers[source];
  state_.finger = source;
  panel.input(PointerDown{at.x, at.y});
  return {};
}

Outcome<Point> ActionPlayer::place(Panel& panel, const action::Target& target, const std::string& source) const {
  Point from;
  if (target.from == action::Target::From::pointer) {
    const auto known = state_.pointers.find(source);
    if (known != state_.pointers.end()) from = known->second;
  } else if (target.from == action::Target::From::element) {
    panel.settle();
    const Document document(panel.tree());
    const auto element = known_.find(document, target.element);
    if (!element) return std::unexpected(element.error());
    const Rect seen = seen_part(*(*element)->node);
    from = {std::floor(seen.x + seen.width / 2), std::floor(seen.y + seen.height / 2)};
  }
  const Point to{from.x + static_cast<float>(target.x), from.y + static_cast<float>(target.y)};
  const Rect& glass = panel.tree().rect;
  if (to.x >= 0 && to.y >= 0 && to.x <= glass.width && to.y <= glass.height) return to;
  return refuse(ErrorCode::move_target_out_of_bounds, "(" + std::to_string(std::lround(to.x)) + ", " +
                                                          std::to_string(std::lround(to.y)) + ") is not on the glass");
}

void ActionPlayer::move(Panel& panel, const Way& way, milliseconds since) {
  const double part =
      way.duration.count() == 0
          ? 1
          : std::min(1.0, static_cast<double>(since.count()) / static_cast<double>(way.duration.count()));
  const auto share = static_cast<float>(part);
  const Point at{std::lerp(way.from.x, way.to.x, share), std::lerp(way.from.y, way.to.y, share)};
  state_.pointers[way.source] = at;
  if (state_.finger == way.source) panel.input(PointerMove{at.x, at.y});
}

/// The glass has no wheel: a finger drags the list by as much. It goes past the first millimetres, which scroll
/// nothing, and never presses.
Outcome<void> ActionPlayer::scroll(Panel& panel, const action::Scroll& scroll) {
  if (!state_.finger.empty()) return refuse(ErrorCode::unsupported_operation, "a finger is on the glass");
  const auto at = place(panel, scroll.at, {});
  if (!at) return std::unexpected(at.error());
  const Rect& glass = panel.tree().rect;
  const float reach = std::min(glass.width, glass.height) / 2;
  float left_x = static_cast<float>(-scroll.by_x), left_y = static_cast<float>(-scroll.by_y);
  for (int strokes = 0; strokes < 100 && std::hypot(left_x, left_y) >= 1; ++strokes) {
    const float by_x = std::clamp(left_x, -reach, reach), by_y = std::clamp(left_y, -reach, reach);
    const float away = std::copysign(reach / 4, by_y);
    panel.input(PointerDown{at->x, at->y});
    panel.settle();
    panel.input(PointerMove{at->x, at->y + away});
    panel.settle();
    panel.input(PointerMove{at->x + by_x, at->y + by_y});
    panel.settle();
    panel.input(PointerUp{at->x + by_x, at->y + by_y});
    panel.settle();
    left_x -= by_x;
    left_y -= by_y;
  }
  return {};
}

void release_all(Panel& panel, InputState& state) {
  if (!state.finger.empty()) {
    const auto at = state.pointers[state.finger];
    panel.input(PointerUp{at.x, at.y});
    panel.settle();
  }
  state = {};
}

}  // namespace paneltwin::panel::webdriver
