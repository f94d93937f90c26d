#include "panel/screens/administrator.hpp"

#include "panel/render/icons.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/entry.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

static constexpr const char* log_in_id = "administrator-log-in";
static constexpr std::size_t password_limit = 20;

void log_in_administrator(const Context& context, std::function<void(const Context&)> act) {
  const auto answered = [act](const Context& now, const device::Result<std::int64_t>& result) {
    if (!result) return now.stage.ask(failure_message(now, result.error()));
    now.stage.close_sheet(log_in_id);
    now.stage.say(now.text("admin.logged_in"));
    if (act) act(now);
  };
  const auto try_it = [answered](const Context& now, const std::string& password) {
    now.post(device::command::LogInAdministrator{password}, answered);
  };
  const auto is_good = [](const std::string& password) { return !password.empty(); };
  context.stage.open_sheet(entry_sheet({.id = log_in_id,
                                        .title = "admin.enter_password",
                                        .text = {},
                                        .kind = EntryKind::password,
                                        .limit = password_limit,
                                        .is_good = is_good,
                                        .done = try_it,
                                        .stays = true}));
}

void when_unlocked(const Context& context, bool locked, std::function<void(const Context&)> act) {
  if (locked) return log_in_administrator(context, std::move(act));
  act(context);
}

void when_unlocked(const Context& context, std::function<void(const Context&)> act) {
  when_unlocked(context, context.is_locked(), std::move(act));
}

bool has_lock_key(const Context& context) {
  const auto& admin = context.state.admin;
  return admin.lock_setting || admin.panel_logged_in || context.state.users.wants_log_in();
}

static void log_out(const Context& context) {
  context.post(device::command::LogOutAdministrator{});
  context.stage.home();
}

void ask_log_out(const Context& context) {
  context.stage.ask(yes_or_no(context, "log-out", context.text("admin.ask_log_out"), log_out));
}

void lock_key(Ui& ui, const Context& context, const Rect& rect, bool caption) {
  const bool inside = context.state.admin.panel_logged_in;
  const bool tapped = icon_button(ui, rect,
                                  {.id = "lock",
                                   .text = context.text(inside ? "admin.log_out" : "admin.log_in"),
                                   .icon = inside ? icon::log_out : icon::lock,
                                   .value = context.text(inside ? "admin.administrator" : "admin.locked"),
                                   .caption = caption});
  if (!tapped) return;
  if (!inside) return log_in_administrator(context);
  ask_log_out(context);
}

}  // namespace paneltwin::panel
