#include "panel/screens/sign_in_pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "device/names.hpp"
#include "panel/render/icons.hpp"
#include "panel/screens/entry.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/qr_picture.hpp"
#include "panel/ui/row_list.hpp"

namespace paneltwin::panel {

using device::IdentityPage;
using PageKind = device::IdentityPage::Kind;
using Action = device::PageAnswer::Action;

namespace {

void send(const Context& context, const SignInFormPtr& form, Action action) {
  device::PageAnswer answer{action, form->typed, form->for_organization};
  if (action != Action::next) answer.text.clear();
  form->typed.clear();
  context.post(device::command::AnswerOwnSignIn{std::move(answer)});
}

EntryKind entry_kind(PageKind page) {
  if (page == PageKind::account) return EntryKind::email;
  return page == PageKind::password ? EntryKind::password : EntryKind::text;
}

/// "users.sign_in.password" and so on.
std::string key_of(PageKind page) { return fmt::format("users.sign_in.{}", device::name_of(page)); }

void type_into(const Context& context, const SignInFormPtr& form, PageKind page) {
  const auto take = [form](const Context&, const std::string& text) { form->typed = text; };
  context.stage.open_sheet(entry_sheet({.id = "sign-in-entry",
                                        .title = key_of(page) + ".field",
                                        .text = page == PageKind::password ? "" : form->typed,
                                        .kind = entry_kind(page),
                                        .limit = 128,
                                        .is_good = [](const std::string& text) { return !text.empty(); },
                                        .done = take}));
}

std::string shown(const SignInFormPtr& form, PageKind page) {
  if (page != PageKind::password) return form->typed;
  std::string dots;
  for (std::size_t i = 0; i < form->typed.size(); ++i) dots += "\xE2\x80\xA2";
  return dots;
}

/// Inside a card, in millimetres.
constexpr double side_margin = 4;
double end_margin(const Ui& ui) { return is_roomy(ui) ? 4 : 1.5; }
/// Before the keys, and under what stands over something else.
float rest_of_breath(const Ui& ui) { return ui.mm(is_roomy(ui) ? 3 : 1.5); }

/// Pages that begin with a title and whose sign-in it is; the others say both in the middle.
bool has_head(PageKind page) {
  return page == PageKind::account || page == PageKind::password || page == PageKind::one_time_code ||
         page == PageKind::register_factor || page == PageKind::consent;
}

/// The white card in the middle that every page stands on; what is left inside.
Rect card(Ui& ui, const Rect& page, float content) {
  const auto& theme = ui.theme();
  const Rect place = centred(page, std::min(page.width - 2 * theme.margin, ui.mm(125)),
                             std::min(content + 2 * ui.mm(end_margin(ui)), page.height - 2 * theme.gap));
  ui.canvas().shadow(place, theme.shadow, theme.radius, ui.mm(0.9));
  ui.canvas().fill(place, theme.surface, theme.radius);
  return inset(place, ui.mm(side_margin), ui.mm(end_margin(ui)));
}

bool key_pair(Ui& ui, Rect line, const Button& main, const Button& other, SignInTap& tap) {
  const float share = (line.width - ui.theme().gap) / 2;
  const Rect right = other.id.empty() ? centred(line, std::max(button_width(ui, main), ui.mm(50)), line.height)
                                      : cut_right(line, share);
  if (!other.id.empty()) {
    line.width = share;
    if (button(ui, line, other)) tap = SignInTap::other;
  }
  if (button(ui, right, main)) tap = SignInTap::primary;
  return tap != SignInTap::none;
}

/// Title, whose account, and what was wrong with the last answer. A small glass has the title in the bar on top, and
/// beside what must be written down no room for whose account it is.
void head(Ui& ui, const Context& context, Rect& rest, const IdentityPage& page) {
  const auto& theme = ui.theme();
  const bool roomy = is_roomy(ui);
  if (roomy) {
    label(ui, cut_top(rest, ui.mm(8)), "sign-in-page", context.text(key_of(page.kind)), {theme.title, theme.text});
    cut_top(rest, ui.mm(2));
  }
  const bool tells_user = !page.user.empty() && page.kind != PageKind::account;
  if (tells_user && (roomy || page.kind != PageKind::register_factor)) {
    label(ui, cut_top(rest, ui.mm(6)), "sign-in-user", page.user, {theme.body, theme.secondary});
  }
  if (page.problem.empty()) return;
  const auto key = "users.problem." + page.problem;
  const auto text = context.text(context.words.has(key) ? key : "users.problem.other");
  const float height = paragraph_height(ui, text, theme.body, rest.width);
  paragraph(ui, cut_top(rest, height + ui.mm(roomy ? 2 : 1)), "sign-in-problem", text, {theme.body, theme.error});
}

/// A page with one field: account, password, code.
SignInTap show_field(Ui& ui, const Context& context, const Rect& area, const device::OwnSignIn& sign_in,
                     const SignInFormPtr& form) {
  const auto& theme = ui.theme();
  const auto& page = sign_in.page;
  const bool registers = page.kind == PageKind::register_factor;
  const auto look = is_roomy(ui) ? theme.body : theme.small;
  Rect rest = card(ui, area, ui.mm(registers ? 70 : 50));
  Rect keys = cut_bottom(rest, theme.touch);
  cut_bottom(rest, rest_of_breath(ui));
  head(ui, context, rest, page);
  if (registers) {
    const auto text = context.text("users.sign_in.register_factor.text");
    paragraph(ui, cut_top(rest, paragraph_height(ui, text, look, rest.width)), "register-text", text,
              {look, theme.text});
    label(ui, cut_top(rest, ui.mm(7)), "sign-in-secret", page.secret, {theme.strong, theme.accent, Align::centre});
  }
  if (field(ui, cut_top(rest, theme.touch),
            {.id = "sign-in-field",
             .text = context.text(key_of(page.kind) + ".field"),
             .value = shown(form, page.kind),
             .hint = context.text(key_of(page.kind) + ".field"),
             .icon = icon::keyboard})) {
    type_into(context, form, page.kind);
  }
  Button other{.id = "sign-in-back", .text = context.text("users.sign_in.back"), .enabled = !sign_in.busy};
  if (registers) other = {.id = "sign-in-phone", .text = context.text("users.sign_in.use_phone")};
  if (page.kind != PageKind::password && !registers)
    other = {.id = "sign-in-cancel", .text = context.text("button.cancel")};
  const Button main{
      .id = "sign-in-next",
      .text = context.text(page.kind == PageKind::password ? "users.sign_in.submit" : "users.sign_in.next"),
      .primary = true,
      .enabled = !form->typed.empty() && !sign_in.busy,
      .is_default = true};
  SignInTap tap{};
  key_pair(ui, keys, main, other, tap);
  return tap;
}

/// In as many lines as it needs: whoever agrees to it must have read all of it.
void permission(Ui& ui, RowList& list, const std::string& id, const std::string& title, const std::string& detail) {
  const auto& theme = ui.theme();
  const bool long_one = ui.canvas().glyphs().width(theme.body, title) > list.width() - 2 * theme.margin - ui.mm(8);
  if (!long_one) {
    list.row({.id = id, .text = title, .detail = detail, .icon = icon::check, .end = Row::End::nothing});
    return;
  }
  const float width = list.width() - 2 * theme.margin - ui.mm(8);
  const float height = paragraph_height(ui, title, theme.body, width);
  Rect place = inset(list.place(height + ui.mm(4)), theme.margin, ui.mm(2));
  const Rect sign = cut_left(place, ui.mm(8));
  ui.canvas().icon(sign.x + ui.mm(3), sign.y + sign.height / 2, theme.icon, theme.accent, icon::check);
  paragraph(ui, place, id, title, {theme.body, theme.text});
}

SignInTap show_consent(Ui& ui, const Context& context, const Rect& area, const device::OwnSignIn& sign_in,
                       const SignInFormPtr& form) {
  const auto& theme = ui.theme();
  const auto& page = sign_in.page;
  Rect rest = card(ui, area, area.height);
  Rect keys = cut_bottom(rest, theme.touch);
  cut_bottom(rest, theme.gap);
  head(ui, context, rest, page);
  const Rect all = page.may_consent_for_all ? cut_bottom(rest, theme.row) : Rect{};
  // The application over what it wants, or before it where there is room for one of them.
  const bool names_app = is_roomy(ui) || !page.may_consent_for_all;
  if (names_app) label(ui, cut_top(rest, ui.mm(6)), "sign-in-app", page.app, {theme.strong, theme.text});
  {
    RowList list(ui, "permission-list", rest, false);
    for (std::size_t i = 0; i < page.permissions.size(); ++i) {
      permission(ui, list, fmt::format("permission-{}", i + 1), page.permissions[i].title, names_app ? "" : page.app);
    }
  }
  if (page.may_consent_for_all && row(ui, all,
                                      {.id = "for-organization",
                                       .text = context.text("users.sign_in.for_organization"),
                                       .end = Row::End::on_off,
                                       .on = form->for_organization,
                                       .card = true})) {
    form->for_organization = !form->for_organization;
  }
  SignInTap tap{};
  key_pair(ui, keys,
           {.id = "sign-in-next",
            .text = context.text("users.sign_in.accept"),
            .primary = true,
            .enabled = !sign_in.busy,
            .is_default = true},
           {.id = "sign-in-cancel", .text = context.text("button.cancel"), .enabled = !sign_in.busy}, tap);
  return tap;
}

SignInTap show_approval(Ui& ui, const Context& context, const Rect& area, const device::OwnSignIn& sign_in) {
  const auto& page = sign_in.page;
  const bool waits = page.number != 0;
  SignInWords words{.icon = icon::phone,
                    .colour = ui.theme().accent,
                    .title = context.text("users.sign_in.approve_request"),
                    .text = context.text("users.sign_in.approve_request.text"),
                    .big = waits ? std::to_string(page.number) : ""};
  if (!waits) {
    const auto key = "users.problem." + page.problem;
    words.text = context.text(context.words.has(key) ? key : "users.problem.approve.unheard");
    words.primary = {.id = "sign-in-next", .text = context.text("users.sign_in.ask_again")};
  }
  words.other = {.id = "sign-in-other", .text = context.text("users.sign_in.use_code")};
  return show_words(ui, area, words);
}

SignInTap show_refusal(Ui& ui, const Context& context, const Rect& area, const IdentityPage& page) {
  const bool consent = page.kind == PageKind::approval_needed;
  SignInWords words{.icon = icon::alert,
                    .colour = ui.theme().error,
                    .title = context.text(key_of(page.kind)),
                    .text = context.text(key_of(page.kind) + ".text"),
                    .primary = {.id = "sign-in-close", .text = context.text("button.close")}};
  if (!consent && !page.error.empty()) words.text += "\n" + page.error;
  return show_words(ui, area, words);
}

}  // namespace

SignInTap show_words(Ui& ui, Rect page, const SignInWords& words) {
  const auto& theme = ui.theme();
  const float width = std::min(page.width - 2 * theme.margin, ui.mm(125)) - 2 * ui.mm(side_margin);
  const float text = paragraph_height(ui, words.text, theme.body, width) + ui.mm(1);
  const bool has_keys = !words.primary.id.empty() || !words.other.id.empty();
  const float big = words.big.empty() ? 0 : ui.mm(is_roomy(ui) ? 16 : 12);
  const float below = has_keys ? theme.touch + rest_of_breath(ui) : 0;
  const float under_title = ui.mm(is_roomy(ui) ? 2 : 0);
  const float content = ui.mm(8) + under_title + text + big + below, picture = ui.mm(14);
  const bool has_sign = content + picture + 2 * ui.mm(end_margin(ui) + 1) < page.height;
  Rect rest = card(ui, page, content + (has_sign ? picture : 0));
  Rect keys = cut_bottom(rest, has_keys ? theme.touch : 0);
  if (has_sign) {
    const Rect sign = cut_top(rest, picture);
    ui.canvas().icon(sign.x + sign.width / 2, sign.y + sign.height / 2, theme.large_icon, words.colour, words.icon);
  }
  label(ui, cut_top(rest, ui.mm(8)), "sign-in-page", words.title, {theme.title, theme.text, Align::centre});
  cut_top(rest, under_title);
  paragraph(ui, cut_top(rest, text), "sign-in-text", words.text, {theme.body, theme.text, Align::centre});
  if (big > 0) {
    const FontStyle huge{theme.title.family, theme.large_icon.em};
    label(ui, cut_top(rest, big), "sign-in-number", words.big, {huge, theme.accent, Align::centre});
  }
  auto primary = words.primary, other = words.other;
  primary.primary = primary.is_default = true;
  SignInTap tap{};
  if (words.primary.id.empty() && has_keys) {
    if (button(ui, centred(keys, std::max(button_width(ui, other), ui.mm(50)), keys.height), other)) {
      tap = SignInTap::other;
    }
  } else if (has_keys) {
    key_pair(ui, keys, primary, other, tap);
  }
  return tap;
}

std::string sign_in_title(const Ui& ui, const Context& context, const device::OwnSignIn* sign_in) {
  const bool is_headed =
      !is_roomy(ui) && sign_in && sign_in->phase == device::OwnSignIn::Phase::page && has_head(sign_in->page.kind);
  return context.text(is_headed ? key_of(sign_in->page.kind) : "users.sign_in.title");
}

bool show_sign_in_page(Ui& ui, const Context& context, const Rect& area, const device::OwnSignIn& sign_in,
                       const SignInFormPtr& form) {
  const auto kind = sign_in.page.kind;
  if (std::exchange(form->page, kind) != kind) form->typed.clear();
  switch (kind) {
    case PageKind::account:
      if (form->typed.empty() && !sign_in.busy && context.state.users.user) {
        form->typed = context.state.users.user->email;
      }
      [[fallthrough]];
    case PageKind::password:
    case PageKind::one_time_code:
    case PageKind::register_factor: {
      const auto tap = show_field(ui, context, area, sign_in, form);
      if (tap == SignInTap::primary) send(context, form, Action::next);
      if (tap == SignInTap::other && kind == PageKind::password) send(context, form, Action::back);
      if (tap == SignInTap::other && kind == PageKind::register_factor) send(context, form, Action::other);
      return tap == SignInTap::other && (kind == PageKind::account || kind == PageKind::one_time_code);
    }
    case PageKind::consent: {
      const auto tap = show_consent(ui, context, area, sign_in, form);
      if (tap == SignInTap::primary) send(context, form, Action::next);
      if (tap == SignInTap::other) send(context, form, Action::cancel);
      return false;
    }
    case PageKind::approve_request: {
      const auto tap = show_approval(ui, context, area, sign_in);
      if (tap == SignInTap::primary) send(context, form, Action::next);
      if (tap == SignInTap::other) send(context, form, Action::other);
      return false;
    }
    case PageKind::approval_needed:
    case PageKind::blocked:
    case PageKind::trouble:
      return show_refusal(ui, context, area, sign_in.page) != SignInTap::none;
  }
  return false;
}

void show_sign_in_code(Ui& ui, const Context& context, Rect page, const device::OwnSignIn& sign_in) {
  const auto& theme = ui.theme();
  Rect rest = card(ui, page, ui.mm(66));
  const float side = std::min(rest.height, rest.width * 0.42F);
  const Rect right = cut_right(rest, side);
  const auto& complete = sign_in.verification_uri_complete;
  qr_picture(ui, right, "sign-in-qr", complete.empty() ? sign_in.verification_uri : complete);
  cut_right(rest, theme.margin);
  label(ui, cut_top(rest, ui.mm(8)), "sign-in-page", context.text("users.sign_in.code"), {theme.title, theme.text});
  const auto text = context.text("users.sign_in.code.text");
  paragraph(ui, cut_top(rest, paragraph_height(ui, text, theme.body, rest.width)), "sign-in-text", text,
            {theme.body, theme.text});
  cut_top(rest, theme.gap);
  const float height = paragraph_height(ui, sign_in.verification_uri, theme.body, rest.width);
  paragraph(ui, cut_top(rest, height), "sign-in-address", sign_in.verification_uri, {theme.body, theme.accent});
  cut_top(rest, theme.gap);
  label(ui, cut_top(rest, ui.mm(9)), "sign-in-code", sign_in.user_code, {theme.title, theme.text});
  progress(ui, centred(cut_top(rest, ui.mm(5)), rest.width, ui.mm(1.6)), "progress", -1);
}

}  // namespace paneltwin::panel
