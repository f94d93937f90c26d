// What Exchange answers, word for word, in one table: failures have names, and here those names become replies.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "device/clock.hpp"
#include "net/cloud/exchange/envelope.hpp"

namespace paneltwin::net::cloud {

/// Who answers, for the marks in brackets that people quote to support.
struct SmtpHost {
  std::string front_end;   // banner, EHLO and errors
  std::string mailbox;     // replies to the end of a message
  std::string session_id;  // 16 hexadecimal digits, one a connection
  std::string client;      // address of the client
  std::function<device::Instant()> now;
};

enum class SmtpReply {
  hello_first,
  invalid_domain,
  unrecognized,
  bare_line_end,
  line_too_long,
  bad_sequence,
  bad_arguments,
  bad_address,
  needs_utf8,
  need_mail,
  need_recipient,
  too_many_recipients,
  starttls_required,
  not_authenticated,
  auth_type,
  auth_canceled,
  auth_base64,
  auth_xoauth2,
  too_large,
  binary_needs_bdat,
  bare_line_feeds,
  too_many_errors,
  too_many_connections,
  timed_out,
  shutting_down,
};

/// Why nobody is signed in.
enum class SignInRefusal {
  credentials,        // token: damaged, expired, of another audience, scope or user; no such mailbox
  tenant_disabled,    // SMTP AUTH is off for the organisation, and the mailbox follows it
  mailbox_disabled,   // SMTP AUTH is off for this mailbox
  security_defaults,  // LOGIN while they are on
  policy,             // Conditional Access
  wrong_password,
  locked,
  basic_disabled,
  unavailable,  // cannot be found out now
};

/// Why a message was not taken.
enum class DeliveryRefusal {
  send_as_denied,  // `detail`: "a@x not allowed to send as b@y"
  concurrent_connections,
  recipient_quota,
  malformed,  // no header that can be read
  unavailable,
};

/// Each ends with CR LF, and with "[host time id]" where Exchange puts it.
std::string text_of(SmtpReply reply, const SmtpHost& host);
std::string text_of(EnvelopeError error, const SmtpHost& host);
std::string text_of(SignInRefusal refusal, const SmtpHost& host);
std::string text_of(DeliveryRefusal refusal, std::string_view detail, const SmtpHost& host);
std::string unrecognized_command(std::string_view verb, const SmtpHost& host);
std::string banner(const SmtpHost& host);
/// The answer to EHLO. `secured`: AUTH stands where STARTTLS stood.
std::string capabilities(const SmtpHost& host, bool secured, std::uint64_t size);
std::string message_accepted(std::string_view message_id, const SmtpHost& host);

}  // namespace paneltwin::net::cloud
