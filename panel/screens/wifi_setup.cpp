#include "panel/screens/wifi_setup.hpp"

#include <memory>

#include "panel/render/icons.hpp"
#include "panel/screens/administrator.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/entry.hpp"
#include "panel/screens/page.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

namespace {

constexpr std::size_t shortest_network_password = 8, longest_network_password = 63;  // of WPA (IEEE 802.11, annex J)

struct Joining {
  std::string ssid;  // empty: not at it
};
using JoiningPtr = std::shared_ptr<Joining>;

/// Posts what joins; `shown` is whom it is trying meanwhile.
void join(const Context& context, const JoiningPtr& joining, const std::string& shown, device::Command command) {
  joining->ssid = shown;
  const auto answered = [joining](const Context& now, const device::Result<std::int64_t>& result) {
    joining->ssid.clear();
    if (result) return now.stage.say(now.text("wifi.joined"));
    if (result.error().kind == device::FailureKind::canceled) return;  // here, by whoever looks at it
    const int code = now.state.wifi.error;
    if (code == 0) return now.stage.ask(failure_message(now, result.error()));
    const auto name = "E-" + std::to_string(code);
    now.stage.ask(message(now, "wifi-failed", Question::Sign::error, name + "\n" + now.text("check.remedy." + name)));
  };
  context.post(std::move(command), answered);
}

void ask_password(const Context& context, const JoiningPtr& joining, const std::string& ssid) {
  const auto is_good = [](const std::string& password) { return password.size() >= shortest_network_password; };
  const auto done = [joining, ssid](const Context& now, const std::string& password) {
    join(now, joining, ssid, device::command::JoinWifi{ssid, password});
  };
  context.stage.open_sheet(entry_sheet({.id = "wifi-password-entry",
                                        .title = "wifi.password",
                                        .text = {},
                                        .kind = EntryKind::password,
                                        .limit = longest_network_password,
                                        .is_good = is_good,
                                        .done = done}));
}

void show_joining(Ui& ui, const Context& context, Rect page, const std::string& whom) {
  label(ui, cut_top(page, ui.mm(16)), "joining", context.text("wifi.joining", {{"ssid", whom}}),
        {ui.theme().body, ui.theme().text, Align::centre});
  progress(ui, centred(cut_top(page, ui.mm(8)), ui.mm(60), ui.mm(1.6)), "progress", -1);
}

void show_push_button(Ui& ui, const Context& context, Rect page, const JoiningPtr& joining) {
  page = title_bar(ui, context, page, context.text("screen.wifi-push-button"));
  if (!joining->ssid.empty()) return show_joining(ui, context, page, joining->ssid);
  const Button key{
      .id = "start", .text = context.text("wifi.use_wired"), .primary = true, .starts = true, .is_default = true};
  if (bottom_key(ui, page, key)) {
    when_unlocked(context, [joining](const Context& now) {
      join(now, joining, now.text("wifi.access_point"), device::command::JoinWifiByButton{});
    });
  }
  nothing_here(ui, page, context.text("wifi.push_button"));
}

/// In two groups, as people read it over to the access point.
std::string grouped(const std::string& pin) { return pin.substr(0, 4) + " " + pin.substr(4); }

/// The PIN that waits to be entered at the access point.
void show_waiting_pin(Ui& ui, const Context& context, Rect page) {
  const auto& theme = ui.theme();
  const Button key{.id = "stop", .text = context.text("button.cancel"), .leaves = true};
  if (bottom_key(ui, page, key)) context.post(device::command::StopWifiPin{}, say_when_refused());
  const auto words = context.text("wifi.pin.enter");
  const float width = std::min(page.width - 2 * theme.margin, ui.mm(110));
  const float height = paragraph_height(ui, words, theme.body, width);
  Rect block = centred(page, width, height + ui.mm(20));
  paragraph(ui, cut_top(block, height), "pin-words", words, {theme.body, theme.text, Align::centre});
  label(ui, cut_top(block, ui.mm(12)), "pin", grouped(context.state.wifi.pin),
        {theme.title, theme.accent, Align::centre});
  progress(ui, centred(cut_top(block, ui.mm(8)), ui.mm(60), ui.mm(1.6)), "progress", -1);
}

void show_pin(Ui& ui, const Context& context, Rect page, const JoiningPtr& joining) {
  page = title_bar(ui, context, page, context.text("screen.wifi-pin"));
  if (!context.state.wifi.pin.empty()) return show_waiting_pin(ui, context, page);
  if (!joining->ssid.empty()) return show_joining(ui, context, page, joining->ssid);
  const Button key{
      .id = "start", .text = context.text("wifi.use_wired"), .primary = true, .starts = true, .is_default = true};
  if (bottom_key(ui, page, key)) {
    when_unlocked(context, [joining](const Context& now) {
      join(now, joining, now.text("wifi.access_point"), device::command::JoinWifiByPin{});
    });
  }
  nothing_here(ui, page, context.text("wifi.pin.about"));
}

void show_wizard(Ui& ui, const Context& context, Rect page, const JoiningPtr& joining) {
  const auto& wifi = context.state.wifi;
  page = title_bar(ui, context, page, context.text("screen.wifi-wizard"));
  if (!joining->ssid.empty()) return show_joining(ui, context, page, joining->ssid);
  if (wifi.found.empty()) return nothing_here(ui, page, context.text("check.remedy.E-2"));
  RowList list(ui, "wifi-list", page, false);
  list.heading("wifi-found", context.text("wifi.select"));
  for (std::size_t i = 0; i < wifi.found.size(); ++i) {
    const auto& found = wifi.found[i];
    const bool on = wifi.joined && wifi.network.ssid == found.ssid;
    if (list.row({.id = "wifi-" + std::to_string(i + 1),
                  .text = found.ssid,
                  .value = on ? context.text("network.connected") : "",
                  .detail = found.security,
                  .signal = found.signal,
                  .guarded = !found.security.empty() && found.security != "None",
                  .locked = context.is_locked()})) {
      when_unlocked(context, [joining, ssid = found.ssid](const Context& now) { ask_password(now, joining, ssid); });
    }
  }
}

void use_wired(const Context& context) {
  context.post(device::command::UseWiredLan{}, [](const Context& now, const device::Result<std::int64_t>& done) {
    if (!done) return now.stage.ask(failure_message(now, done.error()));
    now.stage.say(now.text("wifi.wired_now"));
  });
}

}  // namespace

Screen wifi_wizard_screen() {
  return {"wifi-wizard", [joining = std::make_shared<Joining>()](Ui& ui, const Context& context, Rect page) {
            show_wizard(ui, context, page, joining);
          }};
}

/// Both end on the wired LAN; they say so in words of their own.
static Screen leave_wifi_screen(const std::string& id, const char* key_text, const char* ask) {
  return {id, [id, key_text, ask](Ui& ui, const Context& context, Rect page) {
            page = title_bar(ui, context, page, context.text("screen." + id));
            const bool wired = !context.state.wifi.in_use;
            const Button key{.id = "start",
                             .text = context.text(key_text),
                             .primary = true,
                             .enabled = !wired,
                             .starts = true,
                             .is_default = true};
            if (bottom_key(ui, page, key)) when_unlocked(context, use_wired);
            nothing_here(ui, page, context.text(wired ? "wifi.is_wired" : ask));
          }};
}

Screen wired_lan_setup_screen() { return leave_wifi_screen("wired-lan-setup", "wifi.use_wired", "wifi.ask_wired"); }
Screen disable_wifi_screen() { return leave_wifi_screen("disable-wifi", "wifi.disable", "wifi.ask_disable"); }

Screen wifi_push_button_screen() {
  return {"wifi-push-button", [joining = std::make_shared<Joining>()](Ui& ui, const Context& context, Rect page) {
            show_push_button(ui, context, page, joining);
          }};
}

Screen wifi_pin_screen() {
  return {"wifi-pin", [joining = std::make_shared<Joining>()](Ui& ui, const Context& context, Rect page) {
            show_pin(ui, context, page, joining);
          }};
}

}  // namespace paneltwin::panel
