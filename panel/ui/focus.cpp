#include "panel/ui/focus.hpp"

#include <algorithm>
#include <cmath>

namespace paneltwin::panel {

const Spot* Focus::take(const Spot* spot) {
  shown_ = true;
  if (spot) path_ = spot->path;
  return spot;
}

const Spot* Focus::step(const Spots& spots, int by) {
  const auto reachable = spots.reachable();
  if (reachable.empty()) return nullptr;
  const auto count = static_cast<std::ptrdiff_t>(reachable.size());
  const auto found = std::ranges::find(reachable, path_, &Spot::path);
  if (found == reachable.end()) return take(by > 0 ? reachable.front() : reachable.back());
  if (!shown_) return take(*found);
  const auto next = (found - reachable.begin() + by + count) % count;
  return take(reachable[static_cast<std::size_t>(next)]);
}

// How far `to` is when looking from `from` that way: sideways distance weighs more. Negative: it is not that way.
static float distance(const Rect& from, const Rect& to, Direction direction) {
  const float dx = to.x + to.width / 2 - from.x - from.width / 2;
  const float dy = to.y + to.height / 2 - from.y - from.height / 2;
  const bool sideways = direction == Direction::left || direction == Direction::right;
  const float sign = direction == Direction::left || direction == Direction::up ? -1.0f : 1.0f;
  const float along = sign * (sideways ? dx : dy);
  const float across = std::abs(sideways ? dy : dx);
  if (along <= 1 || along < across * 0.3f) return -1;
  return along + across * 2;
}

const Spot* Focus::go(const Spots& spots, Direction direction) {
  const auto* from = spots.find(path_);
  if (!from || !shown_) return step(spots, 1);
  const Spot* best = nullptr;
  float best_distance = 0;
  for (const auto* spot : spots.reachable()) {
    const float far = distance(from->whole, spot->whole, direction);
    if (far >= 0 && (!best || far < best_distance)) {
      best = spot;
      best_distance = far;
    }
  }
  return take(best ? best : from);
}

}  // namespace paneltwin::panel
