#include "panel/screens/connection_check.hpp"

#include <cmath>

#include "panel/render/icons.hpp"
#include "panel/screens/administrator.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/status_sheet.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

static void show_result(Ui& ui, const Context& context, const Rect& area) {
  const auto& check = context.state.connection_check;
  const auto& theme = ui.theme();
  RowList list(ui, "connection-check-list", area, false);
  const bool passed = check.error == 0;
  const auto code = "E-" + std::to_string(check.error);
  list.row({.id = "check-result",
            .text = context.text("check.result"),
            .value = passed ? context.text("check.pass") : context.text("check.fail") + "  " + code,
            .icon = passed ? icon::check_circle : icon::alert,
            .icon_colour = passed ? theme.good : theme.error,
            .end = Row::End::nothing,
            .alert = !passed});
  if (!passed) list.words("remedy", context.text("check.remedy." + code), theme.text);
  const auto item = [&](const char* id, const char* text, const std::string& result) {
    list.fact(
        {.id = id, .text = context.text(text), .value = context.text("check." + result), .alert = result == "fail"});
  };
  if (context.state.wifi.in_use) {
    item("ssid", "check.ssid", check.ssid);
    item("password", "check.password", check.password);
  } else {
    item("cable", "check.cable", check.cable);
  }
  item("ip-address", "check.ip_address", check.ip_address);
  item("ip-setup", "check.ip_setup", check.ip_setup);
  item("name-server", "check.name_server", check.name_server);
  if (list.row({.id = "print-report", .text = context.text("screen.connection-report"), .icon = icon::printer})) {
    when_unlocked(context, [](const Context& now) { print_sheet(now, "connection-report"); });
  }
}

static void show_connection_check(Ui& ui, const Context& context, Rect page) {
  const auto& theme = ui.theme();
  const auto& check = context.state.connection_check;
  page = title_bar(ui, context, page, context.text("screen.connection-check"));
  const Button key{.id = "start",
                   .text = context.text("email.start_check"),
                   .primary = true,
                   .enabled = !check.running,
                   .starts = true,
                   .is_default = true};
  if (bottom_key(ui, page, key)) context.post(device::command::CheckConnection{}, say_when_refused());
  if (check.done) return show_result(ui, context, page);
  const auto text = context.text(check.running ? "email.checking" : "check.ready");
  const float width = std::min(page.width - 4 * theme.margin, ui.mm(120));
  const float words = paragraph_height(ui, text, theme.body, width), picture = ui.mm(15);
  Rect block = centred(page, width, words + picture + ui.mm(6));
  const Rect at = cut_top(block, picture);
  ui.canvas().icon(at.x + at.width / 2, at.y + at.height / 2 - ui.mm(2), theme.large_icon, theme.accent,
                   icon::lan_connected);
  paragraph(ui, cut_top(block, words), "message", text, {theme.body, theme.text, Align::centre});
  if (check.running) progress(ui, centred(block, ui.mm(60), std::round(ui.mm(1.6))), "progress", -1);
}

Screen connection_check_screen() { return {"connection-check", show_connection_check}; }

}  // namespace paneltwin::panel
