#include "net/cloud/exchange/replies.hpp"

#include <array>
#include <utility>

#include <fmt/chrono.h>

namespace paneltwin::net::cloud {

namespace {

enum class Mark { none, host, full, mailbox };

struct Row {
  std::string_view text;
  Mark mark = Mark::full;
};

std::string marked(const Row& row, const SmtpHost& host) {
  const auto now = host.now();
  switch (row.mark) {
    case Mark::none:
      return fmt::format("{}\r\n", row.text);
    case Mark::host:
      return fmt::format("{} [{}]\r\n", row.text, host.front_end);
    case Mark::mailbox:
      return fmt::format("{} [Hostname={}]\r\n", row.text, host.mailbox);
    case Mark::full:
      break;
  }
  const auto second = std::chrono::floor<std::chrono::seconds>(now);
  return fmt::format("{} [{} {:%Y-%m-%dT%H:%M:%S}.{:03}Z {}]\r\n", row.text, host.front_end, second,
                     (now - second).count(), host.session_id);
}

Row row_of(SmtpReply reply) {
  switch (reply) {
    case SmtpReply::hello_first:
      return {"503 5.5.2 Send hello first"};
    case SmtpReply::invalid_domain:
      return {"501 5.5.4 Invalid domain name"};
    case SmtpReply::unrecognized:
      return {"500 5.3.3 Unrecognized command"};
    case SmtpReply::bare_line_end:
      return {"500 5.5.2 Commands end with carriage return and line feed"};
    case SmtpReply::line_too_long:
      return {"500 5.5.6 Command line too long"};
    case SmtpReply::bad_sequence:
      return {"503 5.5.1 Bad sequence of commands", Mark::none};
    case SmtpReply::bad_arguments:
      return {"501 5.5.4 Invalid arguments", Mark::none};
    case SmtpReply::bad_address:
      return {"501 5.1.3 Invalid address", Mark::none};
    case SmtpReply::needs_utf8:
      return {"550 5.6.7 Address needs SMTPUTF8"};
    case SmtpReply::need_mail:
      return {"503 5.5.2 Need mail command", Mark::none};
    case SmtpReply::need_recipient:
      return {"503 5.5.2 Need rcpt command", Mark::none};
    case SmtpReply::too_many_recipients:
      return {"452 4.5.3 Too many recipients"};
    case SmtpReply::starttls_required:
      return {"451 5.7.3 STARTTLS is required to send mail", Mark::host};
    case SmtpReply::not_authenticated:
      return {"530 5.7.57 Client not authenticated to send mail."};
    case SmtpReply::auth_type:
      return {"504 5.7.4 Unrecognized authentication type", Mark::host};
    case SmtpReply::auth_canceled:
      return {"501 5.7.0 Authentication canceled", Mark::none};
    case SmtpReply::auth_base64:
      return {"501 5.5.2 Cannot decode base64", Mark::none};
    case SmtpReply::auth_xoauth2:
      return {"501 5.5.124 Invalid XOAUTH2 auth data"};
    case SmtpReply::too_large:
      return {"552 5.3.4 Message size exceeds fixed maximum message size", Mark::none};
    case SmtpReply::binary_needs_bdat:
      return {"503 5.5.1 BODY=BINARYMIME needs BDAT", Mark::none};
    case SmtpReply::bare_line_feeds:
      return {
          "550 5.6.11 SMTPSEND.BareLinefeedsAreIllegal; message contains bare linefeeds, which cannot be sent via "
          "DATA",
          Mark::mailbox};
    case SmtpReply::too_many_errors:
      return {"421 4.7.0 Too many errors on this connection, closing transmission channel"};
    case SmtpReply::too_many_connections:
      return {
          "421 4.3.2 The maximum number of concurrent server connections has "
          "exceeded a limit, closing transmission channel"};
    case SmtpReply::timed_out:
      return {"421 4.4.1 Connection timed out"};
    case SmtpReply::shutting_down:
      return {"421 4.3.2 Service not active"};
  }
  std::unreachable();
}

Row row_of(SignInRefusal refusal) {
  switch (refusal) {
    case SignInRefusal::credentials:
      return {"535 5.7.3 Authentication unsuccessful"};
    case SignInRefusal::tenant_disabled:
      return {
          "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit "
          "https://aka.ms/smtp_auth_disabled for more information."};
    case SignInRefusal::mailbox_disabled:
      return {
          "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit "
          "https://aka.ms/smtp_auth_disabled for more information."};
    case SignInRefusal::security_defaults:
      return {
          "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults "
          "policy. Contact your administrator."};
    case SignInRefusal::policy:
      return {
          "535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated "
          "successfully. Contact your administrator."};
    case SignInRefusal::wrong_password:
      return {"535 5.7.139 Authentication unsuccessful, the user credentials were incorrect."};
    case SignInRefusal::locked:
      return {"535 5.7.139 Authentication unsuccessful, the user account is locked."};
    case SignInRefusal::basic_disabled:
      return {"535 5.7.139 Authentication unsuccessful, basic authentication is disabled."};
    case SignInRefusal::unavailable:
      return {"454 4.7.0 Temporary authentication failure"};
  }
  std::unreachable();
}

}  // namespace

std::string text_of(SmtpReply reply, const SmtpHost& host) { return marked(row_of(reply), host); }
std::string text_of(SignInRefusal refusal, const SmtpHost& host) { return marked(row_of(refusal), host); }

std::string text_of(EnvelopeError error, const SmtpHost& host) {
  switch (error) {
    case EnvelopeError::syntax:
    case EnvelopeError::parameter:
      return text_of(SmtpReply::bad_arguments, host);
    case EnvelopeError::address:
      return text_of(SmtpReply::bad_address, host);
    case EnvelopeError::needs_utf8:
      return text_of(SmtpReply::needs_utf8, host);
  }
  std::unreachable();
}

std::string text_of(DeliveryRefusal refusal, std::string_view detail, const SmtpHost& host) {
  switch (refusal) {
    case DeliveryRefusal::send_as_denied:
      return marked({fmt::format("554 5.2.252 SendAsDenied; {}; STOREDRV.Submission.Exception:SendAsDeniedException."
                                 "MapiExceptionSendAsDenied; Failed to process message due to a permanent exception "
                                 "with message [BeginDiagnosticData]Cannot submit message.[EndDiagnosticData]",
                                 detail),
                     Mark::mailbox},
                    host);
    case DeliveryRefusal::concurrent_connections:
      return marked({"432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for "
                     "more information.",
                     Mark::mailbox},
                    host);
    case DeliveryRefusal::recipient_quota:
      return marked({"554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed to process "
                     "message due to a permanent exception.",
                     Mark::mailbox},
                    host);
    case DeliveryRefusal::malformed:
      return marked({"554 5.6.0 Invalid message content", Mark::mailbox}, host);
    case DeliveryRefusal::unavailable:
      return marked({"451 4.7.0 Temporary server error. Please try again later."}, host);
  }
  std::unreachable();
}

std::string unrecognized_command(std::string_view verb, const SmtpHost& host) {
  constexpr std::size_t shown = 32;
  std::string safe(verb.substr(0, shown));
  for (char& letter : safe) {
    if (letter < ' ' || letter > '~') letter = '?';
  }
  return marked({fmt::format("500 5.3.3 Unrecognized command '{}'", safe)}, host);
}

std::string banner(const SmtpHost& host) {
  return fmt::format("220 {} Microsoft ESMTP MAIL Service ready at {:%a, %d %b %Y %H:%M:%S} +0000 [{}]\r\n",
                     host.front_end, std::chrono::floor<std::chrono::seconds>(host.now()), host.session_id);
}

std::string capabilities(const SmtpHost& host, bool secured, std::uint64_t size) {
  return fmt::format(
      "250-{} Hello [{}]\r\n250-SIZE {}\r\n250-PIPELINING\r\n250-DSN\r\n250-ENHANCEDSTATUSCODES\r\n250-{}\r\n"
      "250-8BITMIME\r\n250-BINARYMIME\r\n250-CHUNKING\r\n250 SMTPUTF8\r\n",
      host.front_end, host.client, size, secured ? "AUTH LOGIN XOAUTH2" : "STARTTLS");
}

std::string message_accepted(std::string_view message_id, const SmtpHost& host) {
  return marked({fmt::format("250 2.0.0 OK {}", message_id), Mark::mailbox}, host);
}

}  // namespace paneltwin::net::cloud
