// The administrator at the panel: the lock key, the password, and what Lock Setting keeps from everybody else.
#pragma once

#include <functional>

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

/// Asks for the administrator's password until it is right or given up; then does `act`, which may be empty.
void log_in_administrator(const Context& context, std::function<void(const Context&)> act = {});
/// Asks whether to log out, and does it.
void ask_log_out(const Context& context);
/// Does `act`, when `locked` once the administrator has logged in.
void when_unlocked(const Context& context, bool locked, std::function<void(const Context&)> act);
/// What Lock Setting covers as a whole.
void when_unlocked(const Context& context, std::function<void(const Context&)> act);

/// There is something to unlock, or somebody to log out.
bool has_lock_key(const Context& context);
void lock_key(Ui& ui, const Context& context, const Rect& rect, bool caption);

/// Settings > General Settings > System Administration > Security Settings: Access Control, and Admin Settings.
Screen access_control_screen();
Screen admin_password_screen();
Screen lock_setting_screen();
Screen contact_screen();

}  // namespace paneltwin::panel
