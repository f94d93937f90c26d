#include "net/webconfig/sign_in_page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "device/email/mail_servers.hpp"
#include "device/names.hpp"
#include "net/qr/qr_svg.hpp"
#include "net/webconfig/email_server_form.hpp"
#include "net/webconfig/menu.hpp"

namespace paneltwin::net::webconfig {

namespace {

using Phase = device::SignInAttempt::Phase;

/// What the form holds so far becomes the session's draft.
EmailDraft& keep_draft(Visit& visit, const MailPages& pages, const device::State& state) {
  auto& session = *visit.session;
  const auto was = shown_settings(session, *device::mail_server(state, pages.role), pages.role);
  auto& draft = session.mail_drafts[pages.role];
  draft.settings = read_email_form(visit.form, was).value_or(was);
  draft.settings.method = device::EmailMethod::oauth2;
  return draft;
}

void forget_attempt(Site& site, EmailDraft& draft) {
  if (draft.attempt) site.device.post(device::command::CancelSignIn{*draft.attempt}, {}, device::Origin::web);
  draft.attempt.reset();
}

/// The screen that offers the service's own sign-in (guide, step 6).
void offer(const Site& site, Visit visit, const MailPages& pages) {
  const auto* draft = visit.session->draft(pages.role);
  if (!draft) return site.redirect(std::move(visit), address(pages.settings));
  const auto service = draft->settings.service;
  pages::Data data;
  data.set("service", std::string(visit.words.text(fmt::format("value.{}", device::name_of(service)))));
  data.set("for_organization", service == device::EmailService::exchange_online);
  site.answer(std::move(visit), "sign_in", pages.settings, std::move(data));
}

void begin(Site& site, Visit visit, const MailPages& pages) {
  auto* draft = visit.session->draft(pages.role);
  if (!draft) return site.redirect(std::move(visit), address(pages.settings));
  forget_attempt(site, *draft);
  site.device.post(
      device::command::BeginSignIn{draft->settings.service, pages.role},
      [site = site.shared_from_this(), visit = std::move(visit),
       &pages](const device::Result<std::int64_t>& id) mutable {
        if (!id)
          return site->answer_message(std::move(visit), pages.settings, device::words_for(id.error().kind).problem,
                                      false);
        // Cancel may have come in between.
        if (auto* now = visit.session->draft(pages.role)) now->attempt = *id;
        site->redirect(std::move(visit), address(pages.settings, "CODE"));
      },
      device::Origin::web);
}

void put_code(pages::Data& data, const device::SignInAttempt& attempt, const Visit& visit, device::Instant now) {
  using std::chrono::minutes;
  const auto& scanned =
      attempt.verification_uri_complete.empty() ? attempt.verification_uri : attempt.verification_uri_complete;
  const auto left = std::max(minutes(0), std::chrono::ceil<minutes>(attempt.expires_at - now));
  data.set("waiting", true);
  data.set("code", attempt.user_code);
  data.set("uri", attempt.verification_uri);
  data.set("minutes", std::to_string(left.count()));
  data.set("qr", qr_svg(scanned, std::string(visit.words.text("webconfig.sign_in.qr"))));
}

void put_failure(pages::Data& data, const device::Failure& failure, const device::Catalogue& words) {
  const auto& told = device::words_for(failure.kind);
  data.set("failed", true);
  data.set("problem", std::string(words.text(told.problem)));
  if (!told.remedy.empty()) data.set("remedy", std::string(words.text(told.remedy)));
}

/// The page with the code, until the person has decided.
void show_code(const Site& site, Visit visit, const MailPages& pages) {
  const auto state = site.device.snapshot();
  const auto* attempt = attempt_of(*visit.session, *device::mail_server(*state, pages.role), pages.role);
  if (!attempt || attempt->phase == Phase::signed_in) {
    return site.redirect(std::move(visit), address(pages.settings));
  }
  pages::Data data;
  data.set("phase", std::string(device::name_of(attempt->phase)));
  if (attempt->phase == Phase::starting) data.set("starting", true);
  if (attempt->phase == Phase::waiting_for_user) put_code(data, *attempt, visit, site.clock.now());
  if (attempt->phase == Phase::failed && attempt->failure) put_failure(data, *attempt->failure, visit.words);
  if (attempt->phase != Phase::failed) data.set("refresh_without_script", "3");
  site.answer(std::move(visit), "code", pages.settings, std::move(data));
}

/// For the page's script: how far the sign-in is.
void poll(const Site& site, Visit visit, const MailPages& pages) {
  const auto state = site.device.snapshot();
  const auto* attempt = attempt_of(*visit.session, *device::mail_server(*state, pages.role), pages.role);
  visit.respond(
      http::Response::json(fmt::format(R"({{"phase":"{}"}})", attempt ? device::name_of(attempt->phase) : "gone")));
}

void sign_out(Site& site, Visit visit, const MailPages& pages) {
  auto& draft = keep_draft(visit, pages, *site.device.snapshot());
  forget_attempt(site, draft);
  draft.signed_out = true;
  site.redirect(std::move(visit), address(pages.settings));
}

}  // namespace

void add_sign_in_page(Site& site, const MailPages& pages) {
  const auto id = pages.settings;
  site.take_from_administrator(id, "SIGNIN", [&](Visit visit) {
    keep_draft(visit, pages, *site.device.snapshot());
    site.redirect(std::move(visit), address(pages.settings, "SIGNIN"));
  });
  site.show_to_administrator(id, "SIGNIN", [&](Visit visit) { offer(site, std::move(visit), pages); });
  site.take_from_administrator(id, "START", [&](Visit visit) { begin(site, std::move(visit), pages); });
  site.show_to_administrator(id, "CODE", [&](Visit visit) { show_code(site, std::move(visit), pages); });
  site.show_to_administrator(id, "POLL", [&](Visit visit) { poll(site, std::move(visit), pages); });
  site.take_from_administrator(id, "SIGNOUT", [&](Visit visit) { sign_out(site, std::move(visit), pages); });
}

}  // namespace paneltwin::net::webconfig
