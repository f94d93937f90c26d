// The telephone's keys, for fax numbers: digits in threes, * and #, + and the pause.
#pragma once

#include <functional>

#include "panel/ui/keyboard.hpp"

namespace paneltwin::panel {

/// Draws the keys over `area`, four rows of them, and does what was tapped. True when OK was.
bool ten_key(Ui& ui, Rect area, TextEdit& edit, bool may_ok, const KeyWords& words);

}  // namespace paneltwin::panel
