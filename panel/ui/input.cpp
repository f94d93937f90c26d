#include "panel/ui/input.hpp"

namespace paneltwin::panel {

static bool is_move(const InputEvent& event) { return std::holds_alternative<PointerMove>(event); }

static bool is_pointer(const InputEvent& event) {
  return is_move(event) || std::holds_alternative<PointerDown>(event) || std::holds_alternative<PointerUp>(event) ||
         std::holds_alternative<PointerCancel>(event);
}

void InputQueue::push(InputEvent event) {
  if (is_move(event) && !events_.empty() && is_move(events_.back())) {
    events_.back() = std::move(event);  // only the last of moves in a row matters
  } else {
    events_.push_back(std::move(event));
  }
}

std::deque<InputEvent> InputQueue::take_frame() {
  std::deque<InputEvent> frame;
  bool pointer_taken = false;
  while (!events_.empty() && !(pointer_taken && is_pointer(events_.front()))) {
    pointer_taken = pointer_taken || is_pointer(events_.front());
    frame.push_back(std::move(events_.front()));
    events_.pop_front();
  }
  return frame;
}

}  // namespace paneltwin::panel
