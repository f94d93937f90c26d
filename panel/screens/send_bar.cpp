#include "panel/screens/send_bar.hpp"

#include "panel/screens/start_bar.hpp"

namespace paneltwin::panel {

float send_bar_height(const Ui& ui) { return start_bar_height(ui); }

bool send_bar(Ui& ui, const Context& context, Rect bar, bool enabled) {
  return start_bar(ui, context, bar, {.id = "send", .text = context.text("scan.send"), .enabled = enabled}, false)
      .start;
}

}  // namespace paneltwin::panel
