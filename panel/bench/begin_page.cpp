#include <cmath>

#include "panel/bench/parts.hpp"
#include "panel/render/icons.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/qr_picture.hpp"

namespace paneltwin::panel::bench {

void BeginPage::address(Ui& ui, RowList& list, const Bench& bench, const std::string& id, const std::string& address) {
  const auto& theme = ui.theme();
  Rect line = list.place(theme.row * 1.35f);
  cut_left(line, theme.margin);
  cut_right(line, theme.margin * 0.5f);
  const Rect open = cut_right(line, theme.touch), copy = cut_right(line, theme.touch),
             code = cut_right(line, theme.touch);
  Rect words = line;
  label(ui, cut_top(words, line.height * 0.48f), id + "-name", bench.text("bench.address." + id),
        {theme.small, theme.secondary});
  label(ui, words, id, address, {theme.body, theme.text});
  if (icon_button(
          ui, code,
          {.id = id + "-qr", .text = bench.text("bench.qr"), .icon = icon::qr, .selected = coded_ == address})) {
    coded_ = coded_ == address ? std::string() : address;
  }
  if (icon_button(ui, copy, {.id = id + "-copy", .text = bench.text("bench.copy"), .icon = icon::copy})) {
    bench.desktop.copy(address);
  }
  if (icon_button(ui, open, {.id = id + "-open", .text = bench.text("bench.open"), .icon = icon::open_in_new})) {
    bench.desktop.open(address);
  }
  if (coded_ == address) qr_picture(ui, list.place(ui.mm(44)), "qr", address);
}

/// As the cloud's own pages call it.
static std::string role_name(const Bench& bench, const std::string& role) {
  const auto key = "cloud.role." + role;
  return bench.words.has(key) ? bench.text(key) : role;
}

void BeginPage::show(Ui& ui, const Bench& bench, Rect area) {
  const auto& theme = ui.theme();
  RowList list(ui, "begin-list", area, false);
  const auto copied = [&](const std::string& id, const std::string& name, const std::string& value) {
    if (list.row({.id = id, .text = name, .value = value, .end = Row::End::nothing})) bench.desktop.copy(value);
  };
  list.heading("addresses", bench.text("bench.addresses"));
  address(ui, list, bench, "web-config", bench.machine.web_config_url());
  address(ui, list, bench, "sign-in", bench.machine.cloud().base_url() + "/devicelogin");
  address(ui, list, bench, "mailbox", bench.machine.cloud().base_url() + "/mailbox");
  address(ui, list, bench, "admin", bench.machine.cloud().base_url() + "/");
  address(ui, list, bench, "raw",
          "socket://" + bench.machine.options().listen + ":" + std::to_string(bench.machine.raw_port()));
  address(ui, list, bench, "control", bench.control.url() + "/paneltwin");
  list.heading("administrator", bench.text("bench.administrator"));
  copied("admin-password", bench.text("bench.administrator_password"),
         bench.machine.device().label().administrator_password);
  list.heading("accounts", bench.text("bench.accounts", {{"domain", bench.machine.cloud().tenant().domain}}));
  for (const auto& account : bench.machine.cloud().tenant().accounts) {
    Rect line = list.place(theme.row * 1.35f);
    cut_left(line, theme.margin);
    cut_right(line, theme.margin * 0.5f);
    const Rect copy_password = cut_right(line, theme.touch), copy_user = cut_right(line, theme.touch);
    Rect words = line;
    label(ui, cut_top(words, line.height * 0.5f), "account-" + account.user, account.user, {theme.body, theme.text});
    auto line_below = account.password;
    if (!account.roles.empty()) line_below += "  ·  " + role_name(bench, account.roles.front());
    label(ui, words, "password-" + account.user, line_below, {theme.small, theme.secondary});
    if (icon_button(ui, copy_user,
                    {.id = "copy-" + account.user, .text = bench.text("bench.copy_user"), .icon = icon::copy})) {
      bench.desktop.copy(account.user);
    }
    if (icon_button(ui, copy_password,
                    {.id = "copy-password-" + account.user,
                     .text = bench.text("bench.copy_password"),
                     .icon = icon::account_key})) {
      bench.desktop.copy(account.password);
    }
  }
}

}  // namespace paneltwin::panel::bench
