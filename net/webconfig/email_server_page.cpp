#include "net/webconfig/email_server_page.hpp"

#include "net/webconfig/email_server_form.hpp"
#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

using device::Origin;
using Answer = device::Result<std::int64_t>;

/// What the field may hold, where it is a field that is wrong.
std::string problem_of(const device::Failure& failure, const device::Catalogue& words) {
  const auto rule = "webconfig.invalid." + failure.detail;
  return std::string(words.text(words.has(rule) ? std::string_view(rule) : device::words_for(failure.kind).problem));
}

/// `failure`: why the last OK was not taken.
void show_page(const Site& site, Visit visit, const device::Failure* failure) {
  pages::Data data;
  put_email_form(data, *visit.session, *site.device.snapshot(), visit.words);
  if (failure) {
    data.set("problem", problem_of(*failure, visit.words));
    data.set("wrong_" + failure->detail, true);
  }
  site.answer(std::move(visit), "email_server", email_server_page, std::move(data));
}

device::command::StoreEmailServer store_command(const Visit& visit, const device::State& state,
                                                device::EmailServerSettings settings) {
  device::command::StoreEmailServer command{.settings = std::move(settings)};
  const bool own_server = command.settings.method == device::EmailMethod::smtp_auth ||
                          command.settings.method == device::EmailMethod::pop_before_smtp;
  // Left empty the password stays as it is: the page never shows it.
  if (auto password = visit.field("INPUTT_AUTHPASSWORD"); own_server && !password.empty()) command.password = password;
  const auto* attempt = attempt_of(*visit.session, state);
  if (attempt && attempt->phase == device::SignInAttempt::Phase::signed_in &&
      command.settings.method == device::EmailMethod::oauth2 && attempt->service == command.settings.service) {
    command.sign_in = attempt->id;
  }
  return command;
}

/// The draft has reached the printer, or is not to.
void drop_draft(Site& site, Session& session) {
  if (session.email && session.email->attempt) {
    site.device.post(device::command::CancelSignIn{*session.email->attempt}, {}, Origin::web);
  }
  session.email.reset();
}

void stored(Site& site, Visit visit) {
  drop_draft(site, *visit.session);
  site.answer_message(std::move(visit), email_server_page, "webconfig.setup_complete", true);
}

/// OK: settings, password and sign-in go to the printer together.
void store(Site& site, Visit visit) {
  const auto state = site.device.snapshot();
  auto& session = *visit.session;
  auto settings = read_email_form(visit.form, shown_settings(session, *state));
  if (!settings) return show_page(site, std::move(visit), &settings.error());
  auto command = store_command(visit, *state, *settings);
  if (!session.email) session.email.emplace();
  session.email->settings = *settings;
  const bool sign_out = session.email->signed_out && !command.sign_in;

  site.device.post(
      std::move(command),
      [site = site.shared_from_this(), visit = std::move(visit), sign_out](const Answer& answer) mutable {
        if (!answer) return show_page(*site, std::move(visit), &answer.error());
        if (!sign_out) return stored(*site, std::move(visit));
        auto& device = site->device;
        device.post(
            device::command::SignOut{},
            [site = std::move(site), visit = std::move(visit)](const Answer& out) mutable {
              if (!out) return show_page(*site, std::move(visit), &out.error());
              stored(*site, std::move(visit));
            },
            Origin::web);
      },
      Origin::web);
}

void cancel(Site& site, Visit visit) {
  drop_draft(site, *visit.session);
  site.redirect(std::move(visit), address(email_server_page));
}

}  // namespace

void add_email_server_page(Site& site) {
  site.show_to_administrator(email_server_page, "TOP",
                             [&site](Visit visit) { show_page(site, std::move(visit), nullptr); });
  site.take_from_administrator(email_server_page, "SET", [&site](Visit visit) { store(site, std::move(visit)); });
  site.take_from_administrator(email_server_page, "CANCEL", [&site](Visit visit) { cancel(site, std::move(visit)); });
}

}  // namespace paneltwin::net::webconfig
