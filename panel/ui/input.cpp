#include "panel/ui/input.hpp"

namespace paneltwin::panel {

static bool is_move(const InputEvent& event) { return std::holds_alternative<PointerMove>(event); }
static bool is_text(const InputEvent& event) { return std::holds_alternative<TextInput>(event); }

void InputQueue::push(InputEvent event) {
  if (is_move(event) && !events_.empty() && is_move(events_.back())) {
    events_.back() = std::move(event);  // only the last of moves in a row matters
  } else {
    events_.push_back(std::move(event));
  }
}

std::deque<InputEvent> InputQueue::take_frame() {
  std::deque<InputEvent> frame;
  while (!events_.empty() && (frame.empty() || (is_text(frame.front()) && is_text(events_.front())))) {
    frame.push_back(std::move(events_.front()));
    events_.pop_front();
  }
  return frame;
}

}  // namespace paneltwin::panel
