// SmtpSession: AUTH LOGIN and XOAUTH2 (RFC 4954, and Microsoft's page on OAuth for SMTP).
#include "net/cloud/exchange/smtp_session.hpp"
#include "net/cloud/exchange/xoauth2.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

namespace {

/// The initial response "=" is an empty one.
std::string_view response_in(std::string_view word) { return word == "=" ? std::string_view() : word; }

}  // namespace

void SmtpSession::auth(std::string_view argument) {
  if (!secured_) return refuse(SmtpReply::auth_type);
  if (!mailbox_.empty() || envelope_) return refuse(SmtpReply::bad_sequence);
  const auto mechanism = lower(argument.substr(0, argument.find(' ')));
  const bool initial = mechanism.size() < argument.size();
  const auto response = initial ? trimmed(argument.substr(mechanism.size())) : std::string_view();
  if (mechanism == "xoauth2") {
    if (initial) return xoauth2(response_in(response));
    mode_ = Mode::auth_xoauth2;
    return say("334 \r\n");
  }
  if (mechanism == "login") {
    if (initial) return login_user(response_in(response));
    mode_ = Mode::auth_user;
    return say("334 VXNlcm5hbWU6\r\n");  // "Username:"; some printers want it to the letter
  }
  refuse(SmtpReply::auth_type);
}

void SmtpSession::auth_line(std::string_view line) {
  const auto mode = std::exchange(mode_, Mode::command);
  if (line == "*") return refuse(SmtpReply::auth_canceled);
  if (mode == Mode::auth_xoauth2) return xoauth2(line);
  if (mode == Mode::auth_user) return login_user(line);
  auto password = from_base64(line);
  if (!password) return refuse(SmtpReply::auth_base64);
  protocol_ = "LOGIN";
  ask(AskPassword{std::exchange(login_name_, {}), std::move(*password)});
}

void SmtpSession::xoauth2(std::string_view encoded) {
  const auto blob = from_base64(encoded);
  auto bearer = blob ? parse_xoauth2(*blob) : std::nullopt;
  if (!bearer) return refuse(SmtpReply::auth_xoauth2);
  protocol_ = "XOAUTH2";
  ask(AskToken{std::move(bearer->user), std::move(bearer->token)});
}

void SmtpSession::login_user(std::string_view encoded) {
  auto user = from_base64(encoded);
  if (!user) return refuse(SmtpReply::auth_base64);
  login_name_ = std::move(*user);
  mode_ = Mode::auth_password;
  say("334 UGFzc3dvcmQ6\r\n");  // "Password:"
}

void SmtpSession::signed_in(std::expected<std::string, SignInRefusal> mailbox) {
  mode_ = Mode::command;
  if (mailbox) {
    mailbox_ = std::move(*mailbox);
    say("235 2.7.0 Authentication successful\r\n");
  } else {
    say(text_of(mailbox.error(), host_));
    if (++failed_sign_ins_ >= limits_.failed_sign_ins) close(SmtpReply::too_many_errors);
  }
  go_on();
}

}  // namespace paneltwin::net::cloud
