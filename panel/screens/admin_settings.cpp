// Settings > General Settings > System Administration > Security Settings > Admin Settings.
#include <memory>

#include "panel/screens/administrator.hpp"
#include "panel/screens/choice.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/entry.hpp"
#include "panel/screens/page.hpp"

namespace paneltwin::panel {

namespace {

constexpr std::size_t shortest_password = 8, longest_password = 20;

/// Typed one after the other: the password so far, the new one, and the new one again.
struct PasswordChange {
  std::string current, next;
};
using PasswordChangePtr = std::shared_ptr<PasswordChange>;

void ask_password(const Context& context, const char* id, const char* title, std::size_t shortest,
                  std::function<void(const Context&, const std::string&)> done) {
  const auto is_good = [shortest](const std::string& password) { return password.size() >= shortest; };
  context.stage.open_sheet(entry_sheet({.id = id,
                                        .title = title,
                                        .text = {},
                                        .kind = EntryKind::password,
                                        .limit = longest_password,
                                        .is_good = is_good,
                                        .done = std::move(done)}));
}

void post_change(const Context& context, device::command::ChangeAdministratorPassword change) {
  context.post(std::move(change), [](const Context& now, const device::Result<std::int64_t>& result) {
    if (!result) return now.stage.ask(failure_message(now, result.error()));
    now.stage.say(now.text("admin.password_changed"));
  });
}

void ask_again(const Context& context, const PasswordChangePtr& change) {
  ask_password(
      context, "repeat-password", "admin.repeat_password", shortest_password,
      [change](const Context& now, const std::string& again) {
        if (again == change->next) return post_change(now, {.current = change->current, .next = change->next});
        now.stage.ask(message(now, "passwords-differ", Question::Sign::error, now.text("admin.passwords_differ")));
      });
}

void ask_next(const Context& context, const PasswordChangePtr& change) {
  ask_password(context, "new-password", "admin.new_password", shortest_password,
               [change](const Context& now, const std::string& next) {
                 change->next = next;
                 ask_again(now, change);
               });
}

void change_password(const Context& context) {
  ask_password(context, "current-password", "admin.current_password", 1,
               [](const Context& now, const std::string& current) {
                 ask_next(now, std::make_shared<PasswordChange>(PasswordChange{current, {}}));
               });
}

/// The password of the label comes back.
void restore_password(const Context& context) {
  ask_password(context, "current-password", "admin.current_password", 1,
               [](const Context& now, const std::string& current) {
                 post_change(now, {.current = current, .to_initial = true});
               });
}

void set_lock(const Context& context, bool on) {
  context.post(device::command::SetLockSetting{on}, say_when_refused());
}

}  // namespace

Screen admin_password_screen() {
  return {"admin-password", [](Ui& ui, const Context& context, Rect area) {
            RowList list(ui, "admin-password-list",
                         title_bar(ui, context, area, context.text("screen.admin-password")));
            if (list.row({.id = "change-password", .text = context.text("admin.change_password")})) {
              change_password(context);
            }
            if (list.row({.id = "restore-password", .text = context.text("screen.restore-default-settings")})) {
              restore_password(context);
            }
          }};
}

Screen lock_setting_screen() {
  return choice_screen("lock-setting", [](const Context& context) {
    Choice choice{"lock-setting",
                  context.text("screen.lock-setting"),
                  {{"off", context.text("value.off")}, {"on", context.text("value.on")}},
                  context.state.admin.lock_setting ? "on" : "off",
                  {}};
    choice.take = [](const Context& now, const std::string& id) {
      const bool on = id == "on";
      if (on == now.state.admin.lock_setting) return;
      if (now.state.admin.panel_logged_in) return set_lock(now, on);
      log_in_administrator(now, [on](const Context& later) { set_lock(later, on); });
    };
    return choice;
  });
}

/// Which users log in, and how, is Web Config's; here it is turned on and off.
Screen access_control_screen() {
  return {"access-control", [](Ui& ui, const Context& context, Rect area) {
            RowList list(ui, "access-control-list", title_bar(ui, context, area, context.text("screen.access-control")),
                         false);
            const auto& users = context.state.users;
            if (list.row({.id = "access-control-switch",
                          .text = context.text("screen.access-control"),
                          .end = Row::End::on_off,
                          .on = users.settings.on,
                          .locked = context.is_locked()})) {
              when_unlocked(context, [](const Context& now) {
                auto settings = now.state.users.settings;
                settings.on = !settings.on;
                now.post(device::command::SetAuthentication{settings}, say_when_refused());
              });
            }
            if (list.row({.id = "accept-unknown-jobs",
                          .text = context.text("access_control.accept_unknown_jobs"),
                          .end = Row::End::on_off,
                          .on = users.settings.accept_unknown_jobs,
                          .locked = context.is_locked()})) {
              when_unlocked(context, [](const Context& now) {
                auto settings = now.state.users.settings;
                settings.accept_unknown_jobs = !settings.accept_unknown_jobs;
                now.post(device::command::SetAuthentication{settings}, say_when_refused());
              });
            }
            list.fact({.id = "registered-users",
                       .text = context.text("access_control.users"),
                       .value = std::to_string(users.list ? users.list->size() : 0)});
          }};
}

Screen contact_screen() {
  return {"contact", [](Ui& ui, const Context& context, Rect area) {
            RowList list(ui, "contact-list", title_bar(ui, context, area, context.text("screen.contact")), true, 1);
            const auto& name = context.state.admin.contact_name;
            if (!list.row({.id = "contact-name", .text = context.text("screen.contact"), .value = name})) return;
            const auto set = [](const Context& now, const std::string& text) {
              now.post(device::command::SetContact{text}, say_when_refused());
            };
            context.stage.open_sheet(entry_sheet(
                {.id = "contact-name-entry", .title = "screen.contact", .text = name, .is_good = {}, .done = set}));
          }};
}

}  // namespace paneltwin::panel
