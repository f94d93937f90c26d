#include "panel/screens/restore_defaults.hpp"

#include "panel/screens/administrator.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/page.hpp"

namespace paneltwin::panel {

namespace {
struct Group {
  std::string_view id, needs;  // `needs`: a function of the model
};
// In the order of the real menu (panel facts 2.5).
constexpr Group groups[] = {{"network", ""}, {"copy", "copy"}, {"scan", ""}, {"fax", "fax-server"}, {"all", ""}};
}  // namespace

static void ask(const Context& context, const std::string& group) {
  const auto restore = [group](const Context& here) {
    here.post(device::command::RestoreDefaults{group},
              [](const Context& now, const device::Result<std::int64_t>& done) {
                if (!done) return now.stage.ask(failure_message(now, done.error()));
                now.stage.say(now.text("restore.done"));
              });
  };
  context.stage.ask(yes_or_no(context, "restore", context.text("restore.ask." + group), restore));
}

Screen restore_defaults_screen() {
  return {
      "restore-default-settings", [](Ui& ui, const Context& context, Rect page) {
        RowList list(ui, "restore-list", title_bar(ui, context, page, context.text("screen.restore-default-settings")));
        for (const auto& group : groups) {
          if (!group.needs.empty() && !context.model.has(group.needs)) continue;
          const std::string id(group.id);
          if (!list.row({.id = "restore-" + id, .text = context.text("restore." + id), .locked = context.is_locked()}))
            continue;
          when_unlocked(context, [id](const Context& now) { ask(now, id); });
        }
      }};
}

}  // namespace paneltwin::panel
