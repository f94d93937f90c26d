#include "panel/ui/hands.hpp"

#include <algorithm>
#include <cmath>

namespace paneltwin::panel {

static constexpr Milliseconds first_repeat{500}, next_repeat{80};

void Hands::take(const std::deque<InputEvent>& events, const Spots& spots, Milliseconds now, bool inertia,
                 bool editing) {
  now_ = now;
  inertia_ = inertia;
  editing_ = editing;
  tapped_.clear();
  typed_.clear();
  keys_.clear();
  refused_ = false;
  swept_.reset();
  for (auto& [path, scroll] : scrolls_) {
    if (!touch_.down || touch_.list != path) scroll.advance(now);
  }
  for (const auto& event : events) std::visit([&](const auto& e) { on(e, spots); }, event);
  repeat_held(spots);
}

void Hands::on(const PointerDown& event, const Spots& spots) {
  touch_ = {.down = true, .start_x = event.x, .start_y = event.y, .x = event.x, .y = event.y};
  focus_.hide();
  bool stopped = false;  // a finger on a running list stops it, and presses nothing
  if (const auto* list = spots.list_at(event.x, event.y)) {
    touch_.list = list->path;
    auto& scroll = scrolls_[list->path];
    stopped = scroll.is_moving();
    scroll.stop();
    scroll.drag(0, now_);
  }
  const auto* spot = spots.pressable_at(event.x, event.y);
  if (!spot || stopped) return;
  if (!spot->enabled) {
    refused_ = true;
    return;
  }
  touch_.pressed = spot->path;
  if (spot->repeats) touch_.next_repeat = now_ + first_repeat;
  focus_.put(spot->path);
  last_press_ = {spot->path, event.x, event.y, now_};
}

void Hands::on(const PointerMove& event, const Spots& spots) {
  if (!touch_.down) return;
  const float moved_y = event.y - touch_.y;
  touch_.x = event.x;
  touch_.y = event.y;
  if (!touch_.dragging && std::hypot(event.x - touch_.start_x, event.y - touch_.start_y) > drag_) {
    touch_.dragging = true;
    touch_.pressed.clear();
    if (!touch_.list.empty()) scrolls_[touch_.list].drag(event.y - touch_.start_y, now_);
  } else if (touch_.dragging && !touch_.list.empty()) {
    scrolls_[touch_.list].drag(moved_y, now_);
  }
  if (const auto* spot = spots.find(touch_.pressed); spot && !spot->visible.contains(event.x, event.y)) {
    touch_.pressed.clear();
  }
}

void Hands::on(const PointerUp& event, const Spots& spots) {
  on(PointerMove{event.x, event.y}, spots);
  if (touch_.dragging) {
    const float dx = event.x - touch_.start_x, dy = event.y - touch_.start_y;
    if (std::abs(dx) > std::abs(dy) * 1.5f) swept_ = dx < 0 ? Direction::left : Direction::right;
    if (!touch_.list.empty()) scrolls_[touch_.list].release(inertia_, now_);
  } else if (const auto* spot = spots.find(touch_.pressed); spot && !touch_.repeated) {
    tap(*spot);
  }
  touch_ = {};
}

void Hands::on(const PointerCancel&, const Spots&) { let_go(); }

void Hands::on(const TextInput& event, const Spots&) {
  focus_.hide();
  typed_ += event.text;
}

void Hands::on(const KeyPress& event, const Spots& spots) {
  if (!moved_focus(event, spots) && !tapped_by_key(event, spots)) keys_.push_back(event);
}

bool Hands::moved_focus(const KeyPress& event, const Spots& spots) {
  const bool sideways = event.key == "ArrowLeft" || event.key == "ArrowRight";
  if (editing_ && sideways && !focus_.is_shown()) return false;
  const Spot* spot = nullptr;
  if (event.key == "Tab") {
    spot = focus_.step(spots, event.shift ? -1 : 1);
  } else if (event.key == "ArrowLeft") {
    spot = focus_.go(spots, Direction::left);
  } else if (event.key == "ArrowRight") {
    spot = focus_.go(spots, Direction::right);
  } else if (event.key == "ArrowUp") {
    spot = focus_.go(spots, Direction::up);
  } else if (event.key == "ArrowDown") {
    spot = focus_.go(spots, Direction::down);
  } else {
    return false;
  }
  if (spot) bring_into_sight(*spot, spots);
  return true;
}

bool Hands::tapped_by_key(const KeyPress& event, const Spots& spots) {
  const auto reachable = spots.reachable();
  const Spot* spot = nullptr;
  if (event.key == "Enter" && focus_.is_shown()) {
    const auto found = std::ranges::find(reachable, focus_.path(), &Spot::path);
    if (found != reachable.end()) spot = *found;
  }
  for (auto candidate = reachable.rbegin(); !spot && candidate != reachable.rend(); ++candidate) {
    const bool meant =
        (event.key == "Enter" && (*candidate)->is_default) || (event.key == "Escape" && (*candidate)->leaves);
    if (meant) spot = *candidate;
  }
  if (!spot) return false;
  tap(*spot);
  return true;
}

void Hands::tap(const Spot& spot) {
  if (spot.enabled) tapped_ = spot.path;
}

void Hands::repeat_held(const Spots& spots) {
  if (!touch_.down || !touch_.next_repeat || now_ < *touch_.next_repeat) return;
  const auto* spot = spots.find(touch_.pressed);
  if (!spot) return;
  tap(*spot);
  touch_.repeated = true;
  touch_.next_repeat = now_ + next_repeat;
}

void Hands::bring_into_sight(const Spot& spot, const Spots& spots) {
  const auto* list = spots.find(spot.list);
  if (!list) return;
  auto& scroll = scrolls_[spot.list];
  const float top = spot.whole.y - list->whole.y + scroll.offset();
  scroll.show(top, top + spot.whole.height);
}

void Hands::forget_scrolls(std::string_view path) {
  std::erase_if(scrolls_, [&](const auto& scroll) { return scroll.first.starts_with(path); });
}

void Hands::let_go() { touch_ = {}; }

std::optional<Milliseconds> Hands::due(Milliseconds now) const {
  for (const auto& [_, scroll] : scrolls_) {
    if (scroll.is_moving() && !touch_.down) return Milliseconds{0};
  }
  if (touch_.down && touch_.next_repeat && !touch_.pressed.empty()) {
    return std::max(Milliseconds{0}, *touch_.next_repeat - now);
  }
  return std::nullopt;
}

}  // namespace paneltwin::panel
