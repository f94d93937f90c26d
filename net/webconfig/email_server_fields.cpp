#include <array>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "device/email/mail_servers.hpp"
#include "net/webconfig/email_server_form.hpp"
#include "net/webconfig/form_reader.hpp"

namespace paneltwin::net::webconfig {

namespace {

using device::EmailMethod;
using device::EmailService;
using device::Security;

void put_choices(pages::Data& data, const std::string& name, std::span<const std::string_view> values,
                 std::string_view selected, std::string_view none_key, const device::Catalogue& words) {
  pages::Data list{pages::Data::type::list};
  for (const auto value : values) {
    pages::Data choice;
    choice.set("value", in_capitals(value));
    const auto key = value == "none" || value == "off" ? std::string(none_key) : fmt::format("value.{}", value);
    choice.set("name", std::string(words.text(key)));
    choice.set("selected", value == selected);
    list.push_back(choice);
  }
  data.set(name, list);
}

bool stored_sign_in_stays(const EmailDraft* draft, const device::EmailServer& server, EmailService service) {
  const bool signed_out = draft && draft->signed_out;
  return !signed_out && server.sign_in && server.sign_in->service == service;
}

void put_sign_ins(pages::Data& data, const EmailDraft* draft, const device::SignInAttempt* attempt,
                  const device::EmailServer& server, const device::Catalogue& words) {
  pages::Data list{pages::Data::type::list};
  for (const auto service : {EmailService::exchange_online, EmailService::outlook_com}) {
    const bool is_new =
        attempt && attempt->service == service && attempt->phase == device::SignInAttempt::Phase::signed_in;
    const bool stored = !is_new && stored_sign_in_stays(draft, server, service);
    const bool expired = stored && server.sign_in->health == device::SignInHealth::expired;
    pages::Data shown;
    shown.set("value", in_capitals(device::name_of(service)));
    shown.set("signed_in", is_new || stored);
    shown.set("sign_in_is_new", is_new);
    shown.set("can_sign_in", expired || !(is_new || stored));
    if (is_new || stored) {
      shown.set("account", is_new ? attempt->account : server.sign_in->account);
      shown.set("status", std::string(words.text(expired ? "value.sign_in_expired" : "value.signed_in")));
    }
    list.push_back(shown);
  }
  data.set("sign_ins", list);
}

}  // namespace

void put_email_form(pages::Data& data, Session& session, const device::State& state, device::MailRole role,
                    const device::Catalogue& words) {
  const auto& server = *device::mail_server(state, role);
  const auto settings = shown_settings(session, server, role);
  std::vector<std::string_view> methods(device::names<EmailMethod>.begin(), device::names<EmailMethod>.end());
  if (!device::offers_oauth2(state, role)) {
    std::erase(methods, device::name_of(EmailMethod::oauth2));
    const bool second = role == device::MailRole::additional_network;
    data.set("no_oauth2",
             std::string(words.text(second ? "webconfig.no_oauth2.additional" : "webconfig.no_oauth2.firmware")));
  }
  put_choices(data, "methods", methods, device::name_of(settings.method), "webconfig.method_off", words);
  put_choices(data, "services", device::names<EmailService>, device::name_of(settings.service), "", words);
  put_choices(data, "securities", device::names<Security>, device::name_of(settings.security), "value.security_none",
              words);
  data.set("account", settings.account);
  data.set("sender", settings.sender);
  data.set("smtp_host", settings.smtp_host);
  data.set("smtp_port", std::to_string(settings.smtp_port));
  data.set("pop3_host", settings.pop3_host);
  data.set("pop3_port", std::to_string(settings.pop3_port));
  data.set("validate_certificate", settings.validate_certificate);
  data.set("password_set", server.password_set);
  put_sign_ins(data, session.draft(role), attempt_of(session, server, role), server, words);
}

}  // namespace paneltwin::net::webconfig
