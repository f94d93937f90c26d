#include "net/webconfig/email_server_page.hpp"

#include "device/email/mail_servers.hpp"
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
void show_email_server(const Site& site, Visit visit, const MailPages& pages, const device::Failure* failure) {
  pages::Data data;
  put_email_form(data, *visit.session, *site.device.snapshot(), pages.role, visit.words);
  if (failure) {
    data.set("problem", problem_of(*failure, visit.words));
    data.set("wrong_" + failure->detail, true);
  }
  site.answer(std::move(visit), "email_server", pages.settings, std::move(data));
}

device::command::StoreEmailServer store_command(const Visit& visit, const MailPages& pages,
                                                const device::EmailServer& server,
                                                device::EmailServerSettings settings) {
  device::command::StoreEmailServer command{.settings = std::move(settings), .role = pages.role};
  const bool own_server = command.settings.method == device::EmailMethod::smtp_auth ||
                          command.settings.method == device::EmailMethod::pop_before_smtp;
  // Left empty the password stays as it is: the page never shows it.
  if (auto password = visit.field("INPUTT_AUTHPASSWORD"); own_server && !password.empty()) command.password = password;
  const auto* attempt = attempt_of(*visit.session, server, pages.role);
  if (attempt && attempt->phase == device::SignInAttempt::Phase::signed_in &&
      command.settings.method == device::EmailMethod::oauth2 && attempt->service == command.settings.service) {
    command.sign_in = attempt->id;
  }
  return command;
}

/// The draft has reached the printer, or is not to.
void drop_draft(Site& site, Session& session, const MailPages& pages) {
  const auto* draft = session.draft(pages.role);
  if (draft && draft->attempt) site.device.post(device::command::CancelSignIn{*draft->attempt}, {}, Origin::web);
  session.mail_drafts.erase(pages.role);
}

void stored(Site& site, Visit visit, const MailPages& pages) {
  drop_draft(site, *visit.session, pages);
  site.answer_message(std::move(visit), pages.settings, "webconfig.setup_complete", true);
}

/// OK: settings, password and sign-in go to the printer together.
void store_email_server(Site& site, Visit visit, const MailPages& pages) {
  const auto state = site.device.snapshot();
  const auto& server = *device::mail_server(*state, pages.role);
  auto& session = *visit.session;
  auto settings = read_email_form(visit.form, shown_settings(session, server, pages.role));
  if (!settings) return show_email_server(site, std::move(visit), pages, &settings.error());
  auto command = store_command(visit, pages, server, *settings);
  auto& draft = session.mail_drafts[pages.role];
  draft.settings = *settings;
  const bool sign_out = draft.signed_out && !command.sign_in;

  site.device.post(
      std::move(command),
      [site = site.shared_from_this(), visit = std::move(visit), &pages, sign_out](const Answer& answer) mutable {
        if (!answer) return show_email_server(*site, std::move(visit), pages, &answer.error());
        if (!sign_out) return stored(*site, std::move(visit), pages);
        auto& device = site->device;
        device.post(
            device::command::SignOut{pages.role},
            [site = std::move(site), visit = std::move(visit), &pages](const Answer& out) mutable {
              if (!out) return show_email_server(*site, std::move(visit), pages, &out.error());
              stored(*site, std::move(visit), pages);
            },
            Origin::web);
      },
      Origin::web);
}

void cancel(Site& site, Visit visit, const MailPages& pages) {
  drop_draft(site, *visit.session, pages);
  site.redirect(std::move(visit), address(pages.settings));
}

}  // namespace

void add_email_server_page(Site& site, const MailPages& pages) {
  site.show_to_administrator(pages.settings, "TOP",
                             [&](Visit visit) { show_email_server(site, std::move(visit), pages, nullptr); });
  site.take_from_administrator(pages.settings, "SET",
                               [&](Visit visit) { store_email_server(site, std::move(visit), pages); });
  site.take_from_administrator(pages.settings, "CANCEL", [&](Visit visit) { cancel(site, std::move(visit), pages); });
}

}  // namespace paneltwin::net::webconfig
