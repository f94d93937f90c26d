// Users at the panel: the log-in screen that stands in the home screen's place, the log-out key, and the card's
// messages.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

/// Nobody may go on before logging in.
bool needs_log_in(const Context& context);
/// The log-in screen, below the top bar.
void show_log_in(Ui& ui, const Context& context, Rect page);

/// The name of whoever is logged in and the key that logs out, cut off the right end of a bar; nothing where nobody is.
void user_key(Ui& ui, const Context& context, Rect& bar);

/// The keyboard for user ID and password, or for the ID number, as the machine is set.
void type_log_in(const Context& context);

/// The log-in screen by itself, to look at.
Screen user_log_in_screen();

}  // namespace paneltwin::panel
