// The strip at the foot of Scan and Fax: what lies on the machine, and the key that starts.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

/// How much of the page it wants, at the bottom.
float send_bar_height(const Ui& ui);
/// True when Send was tapped, which it can be when `enabled`.
bool send_bar(Ui& ui, const Context& context, Rect bar, bool enabled);

}  // namespace paneltwin::panel
