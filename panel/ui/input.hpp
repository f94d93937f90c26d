// What fingers and keys did, queued: one change is fed a frame, so no tap is lost at any frame rate.
#pragma once

#include <deque>
#include <string>
#include <variant>

namespace paneltwin::panel {

struct PointerDown {
  float x, y;
};
struct PointerMove {
  float x, y;
};
struct PointerUp {
  float x, y;
};
struct PointerCancel {};
/// Names as W3C UI Events have them: "Enter", "Escape", "Tab", "Backspace", "ArrowUp"; and the machine's own keys:
/// "Home", "Power", and "PowerHeld" when it was held down for a second.
struct KeyPress {
  std::string key;
  bool shift = false;
};
/// UTF-8 text from the host's keyboard.
struct TextInput {
  std::string text;
};

using InputEvent = std::variant<PointerDown, PointerMove, PointerUp, PointerCancel, KeyPress, TextInput>;

class InputQueue {
 public:
  void push(InputEvent event);
  /// The events of the next frame, oldest first: one change of the pointer or one key (moves in a row count as one), or
  /// all the text that was typed in a row.
  std::deque<InputEvent> take_frame();
  [[nodiscard]] bool empty() const { return events_.empty(); }

 private:
  std::deque<InputEvent> events_;
};

}  // namespace paneltwin::panel
