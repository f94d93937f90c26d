#include "net/cloud/exchange/smtp_session.hpp"

#include <algorithm>

#include "net/cloud/exchange/xoauth2.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

SmtpSession::SmtpSession(SmtpHost host, SmtpLimits limits) : host_(std::move(host)), limits_(limits) {
  say(banner(host_));
}

void SmtpSession::receive(std::string_view bytes) {
  if (closing_) return;
  input_ += bytes;
  go_on();
}

void SmtpSession::go_on() {
  bool moved = true;
  while (moved && !closing_ && mode_ != Mode::waiting) {
    const auto before = used_;
    if (mode_ == Mode::data) {
      take_data();
      moved = used_ != before;
    } else if (mode_ == Mode::chunk) {
      take_chunk();
      moved = used_ != before || mode_ != Mode::chunk;
    } else {
      moved = take_line();
    }
  }
  input_.erase(0, closing_ ? input_.size() : used_);
  used_ = 0;
}

bool SmtpSession::take_line() {
  const auto rest = std::string_view(input_).substr(used_);
  const auto end = rest.find('\n');
  const bool secret = mode_ != Mode::command || equal_without_case(rest.substr(0, 5), "AUTH ");
  const auto limit = secret ? limits_.auth_line : limits_.command_line;
  if (end == std::string_view::npos) {
    if (rest.size() < limit && !skipping_line_) return false;
    // Too long already: nothing of it is kept but a last carriage return.
    skipping_line_ = true;
    used_ += rest.size();
    return false;
  }
  const auto line = rest.substr(0, end);
  used_ += end + 1;
  if (std::exchange(skipping_line_, false) || end + 1 > limit) {
    mode_ = Mode::command;
    refuse(SmtpReply::line_too_long);
  } else if (!line.ends_with('\r')) {
    mode_ = Mode::command;
    refuse(SmtpReply::bare_line_end);
  } else if (mode_ == Mode::command) {
    command(line.substr(0, line.size() - 1));
  } else {
    auth_line(line.substr(0, line.size() - 1));
  }
  return true;
}

void SmtpSession::command(std::string_view line) {
  const auto verb = lower(line.substr(0, line.find(' ')));
  const auto argument = trimmed(line.substr(std::min(verb.size() + 1, line.size())));
  if (line.find('\0') != std::string_view::npos || line.find('\r') != std::string_view::npos)
    return refuse(SmtpReply::bad_arguments);
  if (verb == "ehlo" || verb == "helo") return hello(verb, argument);
  if (verb == "quit") {
    say("221 2.0.0 Service closing transmission channel\r\n");
    closing_ = true;
    return;
  }
  if (verb == "noop") return say("250 2.0.0 OK\r\n");
  if (verb == "rset") {
    reset();
    return say("250 2.0.0 Resetting\r\n");
  }
  if (verb == "help") {
    return say(
        "214-This server supports the following commands:\r\n"
        "214 HELO EHLO STARTTLS AUTH MAIL RCPT DATA BDAT RSET NOOP VRFY HELP QUIT\r\n");
  }
  if (verb == "bdat") return bdat(argument);  // says itself when it comes too early: its content must be read over
  const bool known =
      verb == "starttls" || verb == "auth" || verb == "mail" || verb == "rcpt" || verb == "data" || verb == "vrfy";
  if (!known) return refuse(unrecognized_command(line.substr(0, verb.size()), host_));
  if (!greeted_) return refuse(SmtpReply::hello_first);
  if (verb == "starttls") return start_tls(argument);
  if (verb == "auth") return auth(argument);
  if (verb == "vrfy") return say("252 2.1.5 Cannot VRFY user\r\n");
  if (verb == "mail") return mail(argument);
  if (verb == "rcpt") return rcpt(argument);
  data(argument);
}

void SmtpSession::hello(std::string_view verb, std::string_view name) {
  if (!is_ehlo_name(name)) return refuse(SmtpReply::invalid_domain);
  reset();
  greeted_ = true;
  say(verb == "helo" ? "250 " + host_.front_end + " Hello [" + host_.client + "]\r\n"
                     : capabilities(host_, secured_, limits_.announced_size));
}

void SmtpSession::start_tls(std::string_view argument) {
  if (!argument.empty()) return refuse(SmtpReply::bad_arguments);
  if (secured_) return refuse(SmtpReply::bad_sequence);
  say("220 2.0.0 SMTP server ready\r\n");
  ask(AskTls{});
}

void SmtpSession::tls_started() {
  // Whatever came before TLS was anybody's (RFC 3207 4.2, CVE-2011-0411): the session begins anew.
  input_.clear();
  used_ = 0;
  reset();
  secured_ = true;
  greeted_ = false;
  mode_ = Mode::command;
}

void SmtpSession::mail(std::string_view argument) {
  if (!secured_) return refuse(SmtpReply::starttls_required);
  if (mailbox_.empty()) return refuse(SmtpReply::not_authenticated);
  if (envelope_) return refuse(SmtpReply::bad_sequence);
  auto envelope = parse_mail_from(argument);
  if (!envelope) return refuse(text_of(envelope.error(), host_));
  if (envelope->size.value_or(0) > limits_.announced_size) return say(text_of(SmtpReply::too_large, host_));
  envelope_ = std::move(*envelope);
  say("250 2.1.0 Sender OK\r\n");
}

void SmtpSession::rcpt(std::string_view argument) {
  if (!secured_) return refuse(SmtpReply::starttls_required);
  if (!envelope_) return refuse(SmtpReply::need_mail);
  if (chunking_) return refuse(SmtpReply::bad_sequence);
  auto recipient = parse_rcpt_to(argument, envelope_->utf8);
  if (!recipient) return refuse(text_of(recipient.error(), host_));
  if (envelope_->recipients.size() >= limits_.recipients) return say(text_of(SmtpReply::too_many_recipients, host_));
  envelope_->recipients.push_back(std::move(*recipient));
  say("250 2.1.5 Recipient OK\r\n");
}

void SmtpSession::message_complete(std::string message) {
  AskDelivery delivery{mailbox_, protocol_, std::move(*envelope_), std::move(message)};
  reset();
  ask(std::move(delivery));
}

void SmtpSession::delivered(std::expected<std::string, Undelivered> message_id) {
  mode_ = Mode::command;
  say(message_id ? message_accepted(*message_id, host_)
                 : text_of(message_id.error().why, message_id.error().detail, host_));
  go_on();
}

void SmtpSession::ask(Ask question) {
  ask_ = std::move(question);
  mode_ = Mode::waiting;
}

void SmtpSession::reset() {
  envelope_.reset();
  data_.reset();
  std::string().swap(chunks_);
  chunking_ = chunks_too_large_ = false;
}

void SmtpSession::refuse(std::string_view text) {
  say(text);
  if (++errors_ >= limits_.protocol_errors) close(SmtpReply::too_many_errors);
}

void SmtpSession::close(SmtpReply reason) {
  if (closing_) return;
  say(text_of(reason, host_));
  closing_ = true;
}

}  // namespace paneltwin::net::cloud
