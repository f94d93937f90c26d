#include "net/webconfig/email_server_form.hpp"

#include "net/webconfig/form_reader.hpp"

namespace paneltwin::net::webconfig {

using device::EmailMethod;
using device::EmailServerSettings;

device::Result<EmailServerSettings> read_email_form(const http::Fields& form, EmailServerSettings was) {
  FormReader reader(form);
  auto& settings = was;
  reader.choice("INPUTR_AUTHMETHOD", settings.method, "method");
  if (settings.method == EmailMethod::oauth2) {
    reader.choice("SEL_EMAILSERVICE", settings.service, "service");
    reader.enabled("INPUTR_CERTVALIDATION", settings.validate_certificate, "validate_certificate");
  } else if (settings.method != EmailMethod::off) {
    const bool pop = settings.method == EmailMethod::pop_before_smtp;
    reader.text("INPUTT_AUTHACCOUNT", settings.account);
    reader.text("INPUTT_SENDERADDRESS", settings.sender);
    reader.text("INPUTT_SMTPADDRESS", settings.smtp_host);
    reader.port("INPUTT_SMTPPORT", settings.smtp_port, "smtp_port");
    reader.choice("INPUTR_SECURECONNECTION", settings.security, "security");
    reader.enabled("INPUTR_CERTVALIDATION", settings.validate_certificate, "validate_certificate");
    if (pop) {
      settings.security = device::Security::none;  // the machine offers no other with it
      reader.text("INPUTT_POP3ADDRESS", settings.pop3_host);
      reader.port("INPUTT_POP3PORT", settings.pop3_port, "pop3_port");
    }
  }
  if (!reader.bad_field().empty()) return device::fail(device::FailureKind::invalid_value, reader.bad_field());
  return settings;
}

const device::SignInAttempt* attempt_of(Session& session, const device::EmailServer& server, device::MailRole role) {
  const auto* draft = session.draft(role);
  if (!draft || !draft->attempt) return nullptr;
  const auto found = std::ranges::find(server.attempts, *draft->attempt, &device::SignInAttempt::id);
  return found == server.attempts.end() ? nullptr : &*found;
}

EmailServerSettings shown_settings(Session& session, const device::EmailServer& server, device::MailRole role) {
  const auto* draft = session.draft(role);
  return draft ? draft->settings : server.stored;
}

}  // namespace paneltwin::net::webconfig
