#include "panel/screens/own_sign_in.hpp"

#include <algorithm>

#include "device/names.hpp"
#include "panel/render/icons.hpp"
#include "panel/screens/dialog.hpp"
#include "panel/screens/page.hpp"
#include "panel/screens/sign_in_pages.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

using device::IdentityPage;
using device::OwnSignIn;

bool needs_own_sign_in(const Context& context) {
  const auto& users = context.state.users;
  const auto& email = context.state.email.stored;
  if (!users.user || !users.settings.sender_is_user || email.method != device::EmailMethod::oauth2) return false;
  if (users.sign_in && users.sign_in->phase == OwnSignIn::Phase::signed_in) return true;
  const auto known = std::ranges::find(*users.list, users.user->number, &device::User::number);
  return known == users.list->end() || !known->sign_in || known->sign_in->health != device::SignInHealth::good;
}

static void begin(const Context& context, const SignInFormPtr& form) {
  *form = {.begun = true};
  context.post(device::command::BeginOwnSignIn{}, [form](const Context& now, device::Result<std::int64_t> result) {
    if (!result) now.stage.ask(failure_message(now, result.error()));
  });
}

static void give_up(const Context& context) {
  context.post(device::command::EndOwnSignIn{});
  context.stage.home();
}

static void show_waiting(Ui& ui, const Context& context, Rect page) {
  const auto& theme = ui.theme();
  Rect block = centred(page, std::min(page.width, ui.mm(90)), ui.mm(20));
  label(ui, cut_top(block, ui.mm(10)), "opening", context.text("users.sign_in.opening"),
        {theme.body, theme.secondary, Align::centre});
  progress(ui, centred(cut_top(block, ui.mm(6)), ui.mm(60), ui.mm(1.6)), "progress", -1);
}

/// The way is over: what came of it, and where it goes on.
static void show_end(Ui& ui, const Context& context, Rect page, const OwnSignIn& sign_in, const SignInFormPtr& form) {
  const bool good = sign_in.phase == OwnSignIn::Phase::signed_in;
  SignInWords words{.icon = good ? icon::check_circle : icon::alert,
                    .colour = good ? ui.theme().good : ui.theme().error,
                    .title = context.text(good ? "users.sign_in.done" : "users.sign_in.failed")};
  if (good) {
    words.text = context.text("users.sign_in.done.text", {{"account", sign_in.account}});
    words.primary = {.id = "sign-in-ok", .text = context.text("button.ok")};
  } else {
    const auto& told = device::words_for(sign_in.failure->kind);
    words.text = context.text(told.problem);
    if (!told.remedy.empty()) words.text += "\n" + context.text(told.remedy);
    words.primary = {.id = "sign-in-again", .text = context.text("users.sign_in.again")};
    words.other = {.id = "sign-in-cancel", .text = context.text("button.cancel")};
  }
  switch (show_words(ui, page, words)) {
    case SignInTap::primary:
      if (good) return context.post(device::command::EndOwnSignIn{});
      return begin(context, form);
    case SignInTap::other:
      return give_up(context);
    case SignInTap::none:
      break;
  }
}

static void show_state(Ui& ui, const Context& context, const Rect& page, const OwnSignIn& sign_in,
                       const SignInFormPtr& form) {
  switch (sign_in.phase) {
    case OwnSignIn::Phase::opening:
      return show_waiting(ui, context, page);
    case OwnSignIn::Phase::page:
      if (show_sign_in_page(ui, context, page, sign_in, form)) give_up(context);
      return;
    case OwnSignIn::Phase::code:
      return show_sign_in_code(ui, context, page, sign_in);
    case OwnSignIn::Phase::signed_in:
    case OwnSignIn::Phase::failed:
      return show_end(ui, context, page, sign_in, form);
  }
}

void show_own_sign_in(Ui& ui, const Context& context, Rect page, const SignInFormPtr& form) {
  const auto& sign_in = context.state.users.sign_in;
  page = title_bar(ui, context, page, sign_in_title(ui, context, sign_in ? &*sign_in : nullptr));
  if (!sign_in) {
    if (!form->begun) begin(context, form);
    return show_waiting(ui, context, page);
  }
  form->begun = true;
  show_state(ui, context, page, *sign_in, form);
}

namespace {

/// The pages to look at, with something on each.
const std::vector<std::pair<std::string, OwnSignIn>>& samples() {
  static const auto made = [] {
    std::vector<std::pair<std::string, OwnSignIn>> list;
    for (const auto name : device::names<IdentityPage::Kind>) {
      OwnSignIn sign_in{.phase = OwnSignIn::Phase::page};
      sign_in.page = {.kind = *device::named<IdentityPage::Kind>(name),
                      .user = "wei.lin@contoso.example",
                      .app = "Printer Email Sign-in",
                      .permissions = {{"Send mail using SMTP AUTH", "Lets the app send mail as you."}},
                      .may_consent_for_all = true,
                      .number = 42,
                      .secret = "JBSWY3DPEHPK3PXP",
                      .error = "AADSTS53003"};
      std::string id = "own-sign-in-" + std::string(name);
      std::ranges::replace(id, '_', '-');
      list.emplace_back(std::move(id), std::move(sign_in));
    }
    OwnSignIn code{.phase = OwnSignIn::Phase::code, .user_code = "ABCD-1234"};
    code.verification_uri = "https://login.example.org/device";
    list.emplace_back("own-sign-in-code", code);
    list.emplace_back("own-sign-in-done",
                      OwnSignIn{.phase = OwnSignIn::Phase::signed_in, .account = "wei.lin@contoso.example"});
    list.emplace_back("own-sign-in-failed",
                      OwnSignIn{.phase = OwnSignIn::Phase::failed,
                                .failure = device::Failure{device::FailureKind::cloud_communication, {}}});
    return list;
  }();
  return made;
}

}  // namespace

std::vector<std::string> own_sign_in_screens() {
  std::vector<std::string> ids;
  for (const auto& [id, _] : samples()) ids.push_back(id);
  return ids;
}

Screen own_sign_in_screen(std::string_view id) {
  const auto found =
      std::ranges::find(samples(), id, [](const auto& sample) { return std::string_view(sample.first); });
  if (found == samples().end()) return {};
  return {found->first, [&sign_in = found->second, form = std::make_shared<SignInForm>()](
                            Ui& ui, const Context& context, const Rect& page) {
            show_state(ui, context, title_bar(ui, context, page, sign_in_title(ui, context, &sign_in)), sign_in, form);
          }};
}

}  // namespace paneltwin::panel
