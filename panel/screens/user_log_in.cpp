#include "panel/screens/user_log_in.hpp"

#include <algorithm>

#include "panel/render/icons.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/entry.hpp"
#include "panel/screens/page.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

static constexpr const char* password_sheet = "user-password-entry";
static constexpr const char* number_sheet = "id-number-entry";

bool needs_log_in(const Context& context) {
  return context.state.users.wants_log_in() && !context.state.admin.panel_logged_in;
}

/// The machine goes to the home screen by itself, and the sheets are gone then: only a refusal is told.
static void tell_refusal(const Context& now, const device::Result<std::int64_t>& result) {
  if (!result) now.stage.ask(failure_message(now, result.error()));
}

static bool is_filled(const std::string& text) { return !text.empty(); }

static void type_password(const Context& context, const std::string& id) {
  context.stage.open_sheet(entry_sheet(
      {.id = password_sheet,
       .title = "users.password",
       .text = {},
       .kind = EntryKind::password,
       .limit = 20,
       .is_good = is_filled,
       .done = [id](const Context& now,
                    const std::string& password) { now.post(device::command::LogInUser{id, password}, tell_refusal); },
       .stays = true}));
}

static void type_user_id(const Context& context) {
  context.stage.open_sheet(
      entry_sheet({.id = "user-id-entry",
                   .title = "users.id",
                   .text = {},
                   .limit = 32,
                   .is_good = is_filled,
                   .done = [](const Context& now, const std::string& id) { type_password(now, id); }}));
}

static void type_id_number(const Context& context) {
  const auto log_in = [](const Context& now, const std::string& number) {
    now.post(device::command::LogInUserByNumber{number}, tell_refusal);
  };
  context.stage.open_sheet(entry_sheet({.id = number_sheet,
                                        .title = "users.id_number",
                                        .text = {},
                                        .kind = EntryKind::password,
                                        .limit = 8,
                                        .is_good = is_filled,
                                        .done = log_in,
                                        .stays = true}));
}

void type_log_in(const Context& context) {
  if (device::takes_user_ids(context.state.users.settings.method)) return type_user_id(context);
  type_id_number(context);
}

static std::string prompt(const Context& context) {
  const auto& users = context.state.users;
  if (users.registering_card) return context.text("users.log_in.register");
  return context.text(device::takes_cards(users.settings.method) ? "users.log_in.card" : "users.log_in.prompt");
}

void show_log_in(Ui& ui, const Context& context, Rect page) {
  const auto& theme = ui.theme();
  const auto& users = context.state.users;
  const bool with_card = device::takes_cards(users.settings.method);
  const auto text = prompt(context);
  const Button key{.id = "user-log-in",
                   .text = context.text(device::takes_user_ids(users.settings.method) ? "users.log_in.by_id"
                                                                                      : "users.log_in.by_number"),
                   .primary = true,
                   .is_default = true};
  const Button leave{.id = "forget-card", .text = context.text("button.cancel"), .leaves = true};
  const float width = std::min(page.width - 2 * theme.margin, ui.mm(110));
  const float gap = ui.mm(is_roomy(ui) ? 4 : 2);
  // On a small glass the picture gives way, then the letters.
  auto look = theme.body;
  float words = paragraph_height(ui, text, look, width - 4 * theme.margin);
  if (words + 3 * gap + theme.touch > page.height) {
    look = theme.small;
    words = paragraph_height(ui, text, look, width - 4 * theme.margin);
  }
  const float around = words + 3 * gap + theme.touch;
  const float room = page.height - 2 * ui.mm(1) - around;
  const float picture = room < static_cast<float>(theme.icon.em) ? 0 : std::min(room, ui.mm(18));
  Rect card = centred(page, width, picture + around);
  ui.canvas().shadow(card, theme.shadow, theme.radius, ui.mm(0.9));
  ui.canvas().fill(card, theme.surface, theme.radius);
  card = inset(card, theme.margin, gap);
  const Rect sign = cut_top(card, picture);
  if (picture > 0) {
    const auto size = picture < static_cast<float>(theme.large_icon.em) ? theme.icon : theme.large_icon;
    ui.canvas().icon(sign.x + sign.width / 2, sign.y + sign.height / 2, size, theme.accent,
                     users.registering_card ? icon::account_plus
                     : with_card            ? icon::card
                                            : icon::account_key);
  }
  paragraph(ui, inset(cut_top(card, words), theme.margin, 0), "log-in-prompt", text, {look, theme.text, Align::centre});
  Rect keys = cut_bottom(card, theme.touch);
  if (users.registering_card) {
    const float share = (keys.width - theme.gap) / 2;
    if (button(ui, cut_left(keys, share), leave)) context.post(device::command::ForgetCard{});
    cut_left(keys, theme.gap);
  } else {
    keys = centred(keys, std::max(button_width(ui, key), ui.mm(50)), keys.height);
  }
  if (button(ui, keys, key)) type_log_in(context);
}

void user_key(Ui& ui, const Context& context, Rect& bar) {
  const auto& user = context.state.users.user;
  if (!user) return;
  const auto& theme = ui.theme();
  if (icon_button(ui, cut_right(bar, ui.mm(10)),
                  {.id = "user-log-out", .text = context.text("users.log_out"), .icon = icon::log_out})) {
    context.post(device::command::LogOutUser{});
  }
  const auto& name = user->shown_name();
  auto& glyphs = ui.canvas().glyphs();
  const float most = bar.width * (is_roomy(ui) ? 0.45F : 0.6F);
  const auto look = glyphs.width(theme.body, name) + ui.mm(2) <= most ? theme.body : theme.small;
  const float width = std::min(most, glyphs.width(look, name) + ui.mm(2));
  label(ui, cut_right(bar, width), "user-name", name, {look, theme.text, Align::right});
  const Rect sign = cut_right(bar, ui.mm(6));
  ui.canvas().icon(sign.x + sign.width / 2, sign.y + sign.height / 2, theme.icon, theme.secondary, icon::account);
}

Screen user_log_in_screen() {
  return {"user-log-in", [](Ui& ui, const Context& context, Rect page) {
            show_log_in(ui, context, title_bar(ui, context, page, context.text("users.log_in.title")));
          }};
}

}  // namespace paneltwin::panel
