#include "net/cloud/exchange/smtp_session.hpp"

#include <charconv>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "net/cloud/exchange/smtp_syntax.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::size_t line_limit = 2048, auth_line_limit = 12288;  // RFC 4954 4

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool is_domain_or_literal(std::string_view name) {
  if (name.empty() || name.size() > 255) return false;
  for (const char letter : name) {
    const bool known = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                       (letter >= '0' && letter <= '9') ||
                       std::string_view("-._[]:").find(letter) != std::string_view::npos;
    if (!known) return false;
  }
  return true;
}

}  // namespace

SmtpSession::SmtpSession(const device::Clock& clock, Options options) : clock_(clock), options_(std::move(options)) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(clock.now());
  const std::tm utc = fmt::gmtime(std::chrono::system_clock::to_time_t(seconds));
  say(fmt::format("220 {} Microsoft ESMTP MAIL Service ready at {:%a, %d %b %Y %H:%M:%S} +0000 [{}]", options_.host,
                  utc, options_.id));
}

std::string SmtpSession::trace() const {
  auto time = device::to_iso8601(clock_.now());
  return fmt::format(" [{} {}.000Z {}]", options_.host, time.substr(0, time.size() - 1), options_.id);
}

std::string SmtpSession::take_output() { return std::exchange(output_, {}); }

void SmtpSession::say(std::string_view line) {
  output_ += line;
  output_ += "\r\n";
}

void SmtpSession::wrong(std::string_view line) {
  say(line);
  if (++errors_ < options_.error_limit) return;
  say("421 4.7.0 Too many errors on this connection, closing transmission channel" + trace());
  closing_ = true;
}

/// A whole line without its end. CRLF alone ends one; a longer line is taken to its end and told.
bool SmtpSession::take_line(std::string& line, std::size_t limit) {
  const auto end = input_.find("\r\n");
  if (end == std::string::npos) {
    if (input_.size() > limit) {
      too_long_ = true;
      input_.erase(0, input_.size() - 1);  // a last CR may be the first half of the end
    }
    return false;
  }
  line = input_.substr(0, end);
  input_.erase(0, end + 2);
  return true;
}

SmtpSession::Wish SmtpSession::next() {
  Wish wish = NeedBytes{};
  while (!closing_ && !take_input(wish)) {
  }
  if (closing_ && std::holds_alternative<NeedBytes>(wish)) return Close{};
  return wish;
}

/// True when there is a wish, or nothing more to work on.
bool SmtpSession::take_input(Wish& wish) {
  if (mode_ == Mode::data) return take_data(wish);
  if (mode_ == Mode::chunk) return take_chunk(wish);
  std::string line;
  const bool answers = mode_ != Mode::command;
  if (!take_line(line, answers ? auth_line_limit : auth_line_limit)) return true;
  if (std::exchange(too_long_, false) || (line.size() > line_limit && !answers && !upper(line).starts_with("AUTH "))) {
    mode_ = Mode::command;
    wrong("500 5.5.2 Command line too long" + trace());
    return false;
  }
  return answers ? answer(line, wish) : command(line, wish);
}

bool SmtpSession::command(const std::string& line, Wish& wish) {
  const auto space = line.find(' ');
  const auto verb = upper(std::string_view(line).substr(0, space));
  const auto arguments = space == std::string::npos ? std::string_view() : std::string_view(line).substr(space + 1);
  const auto names = [&](std::string_view prefix) { return upper(arguments.substr(0, prefix.size())) == prefix; };
  if (verb == "EHLO" || verb == "HELO") {
    ehlo(arguments, verb == "EHLO");
  } else if (verb == "STARTTLS") {
    if (secure_ || !arguments.empty()) {
      wrong("503 5.5.1 Bad sequence of commands");
    } else {
      say("220 2.0.0 SMTP server ready");
      input_.clear();  // what was sent before it was secured was sent by anyone
      wish = StartTls{};
      return true;
    }
  } else if (verb == "AUTH") {
    return auth(arguments, wish);
  } else if (verb == "MAIL" && names("FROM:")) {
    mail(arguments.substr(5));
  } else if (verb == "RCPT" && names("TO:")) {
    recipient(arguments.substr(3));
  } else if (verb == "DATA" && arguments.empty()) {
    if (message_.recipients.empty() || chunked_) {
      wrong(has_sender_ ? "503 5.5.2 Need rcpt command" : "503 5.5.2 Need mail command");
    } else {
      say("354 Start mail input; end with <CRLF>.<CRLF>");
      mode_ = Mode::data;
    }
  } else if (verb == "BDAT") {
    bdat(arguments);
  } else if (verb == "RSET") {
    reset();
    say("250 2.0.0 Resetting");
  } else if (verb == "NOOP") {
    say("250 2.0.0 OK");
  } else if (verb == "VRFY") {
    say("252 2.1.5 Cannot VRFY user");
  } else if (verb == "QUIT") {
    say("221 2.0.0 Service closing transmission channel");
    closing_ = true;
  } else if (verb == "MAIL" || verb == "RCPT" || verb == "DATA") {
    wrong("501 5.5.4 Invalid arguments");
  } else {
    std::string shown;
    for (const char letter : line.substr(0, 32)) shown += letter >= ' ' && letter <= '~' ? letter : '?';
    wrong("500 5.3.3 Unrecognized command '" + shown + "'" + trace());
  }
  return false;
}

void SmtpSession::ehlo(std::string_view name, bool extended) {
  if (!is_domain_or_literal(name)) return wrong("501 5.5.4 Invalid domain name" + trace());
  reset();
  greeted_ = true;
  const auto hello = fmt::format("{} Hello [{}]", options_.host, options_.client);
  if (!extended) return say("250 " + hello);
  say("250-" + hello);
  say("250-SIZE " + std::to_string(options_.size_limit));
  for (const auto* line : {"PIPELINING", "DSN", "ENHANCEDSTATUSCODES", secure_ ? "AUTH LOGIN XOAUTH2" : "STARTTLS",
                           "8BITMIME", "BINARYMIME", "CHUNKING"}) {
    say(std::string("250-") + line);
  }
  say("250 SMTPUTF8");
}

bool SmtpSession::auth(std::string_view arguments, Wish& wish) {
  const auto space = arguments.find(' ');
  const auto mechanism = upper(arguments.substr(0, space));
  auto initial = space == std::string_view::npos ? std::string_view() : arguments.substr(space + 1);
  if (!greeted_ || has_sender_ || !user_.empty()) {
    wrong("503 5.5.1 Bad sequence of commands");
  } else if (!secure_ || (mechanism != "XOAUTH2" && mechanism != "LOGIN")) {
    wrong(fmt::format("504 5.7.4 Unrecognized authentication type{}", trace()));
  } else if (mechanism == "XOAUTH2") {
    if (!initial.empty()) return token(initial, wish);
    say("334 ");
    mode_ = Mode::token;
  } else if (initial.empty()) {
    say("334 VXNlcm5hbWU6");
    mode_ = Mode::login_name;
  } else {
    mode_ = Mode::login_name;
    return answer(std::string(initial), wish);
  }
  return false;
}

bool SmtpSession::answer(const std::string& line, Wish& wish) {
  const auto mode = std::exchange(mode_, Mode::command);
  if (line == "*") {
    wrong("501 5.7.0 Authentication aborted");
    return false;
  }
  if (mode == Mode::token) return token(line, wish);
  auto word = decode_base64(line == "=" ? std::string_view() : std::string_view(line));
  if (!word) {
    wrong("501 5.5.2 Invalid base64 data");
    return false;
  }
  if (mode == Mode::login_name) {
    login_name_ = std::move(*word);
    say("334 UGFzc3dvcmQ6");
    mode_ = Mode::login_password;
    return false;
  }
  wish = Credentials{Credentials::Kind::password, std::move(login_name_), std::move(*word)};
  return true;
}

bool SmtpSession::token(std::string_view encoded, Wish& wish) {
  const auto blob = decode_base64(encoded);
  auto parts = blob ? parse_xoauth2(*blob) : std::nullopt;
  if (!parts) {
    wrong("501 5.5.124 Invalid XOAUTH2 auth data");
    return false;
  }
  wish = Credentials{Credentials::Kind::token, std::move(parts->user), std::move(parts->token)};
  return true;
}

void SmtpSession::authenticated(std::string user, std::string reply) {
  user_ = std::move(user);
  if (!user_.empty()) return say("235 2.7.0 Authentication successful");
  wrong(reply + trace());
}

void SmtpSession::mail(std::string_view arguments) {
  if (!greeted_ || has_sender_) return wrong("503 5.5.1 Bad sequence of commands");
  if (!secure_) return wrong("451 5.7.3 STARTTLS is required to send mail" + trace());
  if (user_.empty()) return wrong("530 5.7.57 Client not authenticated to send mail." + trace());
  auto path = parse_path(arguments);
  if (!path) return wrong("501 5.1.7 Invalid address");
  for (const auto& [name, value] : path->parameters) {
    const auto size = name == "SIZE" ? number(value) : std::nullopt;
    if (size && *size > options_.size_limit) return wrong("552 5.3.4 Message size exceeds fixed maximum message size");
    const bool known =
        size ||
        (name == "BODY" && (upper(value) == "7BIT" || upper(value) == "8BITMIME" || upper(value) == "BINARYMIME")) ||
        (name == "SMTPUTF8" && value.empty()) || name == "RET" || name == "ENVID" || name == "AUTH";
    if (!known) return wrong("501 5.5.4 Invalid arguments");
  }
  has_sender_ = true;
  message_.sender = std::move(path->address);
  say("250 2.1.0 Sender OK");
}

void SmtpSession::recipient(std::string_view arguments) {
  if (!has_sender_) return wrong("503 5.5.2 Need mail command");
  auto path = parse_path(arguments);
  if (!path || path->address.empty()) return wrong("501 5.1.3 Invalid address");
  for (const auto& [name, _] : path->parameters) {
    if (name != "NOTIFY" && name != "ORCPT") return wrong("501 5.5.4 Invalid arguments");
  }
  if (message_.recipients.size() >= options_.recipient_limit) return wrong("452 4.5.3 Too many recipients");
  message_.recipients.push_back(std::move(path->address));
  say("250 2.1.5 Recipient OK");
}

/// Up to CRLF.CRLF and nothing else: a line feed alone ends no line, so that no second message hides in the first.
bool SmtpSession::take_data(Wish& wish) {
  for (;;) {
    const auto end = input_.find("\r\n");
    const auto size = end == std::string::npos ? input_.size() - (input_.ends_with('\r') ? 1 : 0) : end;
    std::string_view line = std::string_view(input_).substr(0, size);
    const bool starts = message_.source.empty() || message_.source.ends_with("\r\n");
    if (end == std::string::npos && (size == 0 || (starts && size < 2))) return true;
    if (starts && line == "." && end != std::string::npos) {
      input_.erase(0, 3);
      mode_ = Mode::command;
      return submit(wish);
    }
    bare_line_feed_ =
        bare_line_feed_ || line.find('\n') != std::string_view::npos || line.find('\r') != std::string_view::npos;
    if (starts && line.starts_with('.')) line.remove_prefix(1);
    too_large_ = too_large_ || message_.source.size() + line.size() > options_.message_limit;
    if (too_large_) {
      message_.source = end == std::string::npos ? "x" : "\r\n";  // only where lines begin still counts
    } else {
      message_.source += line;
      if (end != std::string::npos) message_.source += "\r\n";
    }
    input_.erase(0, end == std::string::npos ? size : end + 2);
    if (end == std::string::npos) return true;
  }
}

void SmtpSession::bdat(std::string_view arguments) {
  const auto space = arguments.find(' ');
  const auto size = number(arguments.substr(0, space));
  const auto rest = space == std::string_view::npos ? std::string() : upper(arguments.substr(space + 1));
  if (!size || (!rest.empty() && rest != "LAST")) {
    wrong("501 5.5.4 Invalid arguments");
    closing_ = true;  // how much follows is not known
    return;
  }
  chunked_ = true;
  last_chunk_ = rest == "LAST";
  chunk_left_ = *size;
  mode_ = Mode::chunk;
}

bool SmtpSession::take_chunk(Wish& wish) {
  const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(chunk_left_, input_.size()));
  too_large_ = too_large_ || message_.source.size() + size > options_.message_limit;
  if (!too_large_) message_.source.append(input_, 0, size);
  input_.erase(0, size);
  chunk_left_ -= size;
  if (chunk_left_ > 0) return true;
  mode_ = Mode::command;
  if (message_.recipients.empty()) {
    reset();
    wrong("503 5.5.2 Need rcpt command");
    return false;
  }
  if (last_chunk_) return submit(wish);
  say("250 2.0.0 OK");
  return false;
}

bool SmtpSession::submit(Wish& wish) {
  if (too_large_ || bare_line_feed_) {
    const bool large = too_large_;
    reset();
    say(large ? "552 5.3.4 Message size exceeds fixed maximum message size"
              : "550 5.6.11 SMTPSEND.BareLinefeedsAreIllegal; message contains bare linefeeds, which cannot be sent");
    return false;
  }
  message_.user = user_;
  wish = std::exchange(message_, {});
  reset();
  return true;
}

void SmtpSession::submitted(std::string reply) { say(reply); }

void SmtpSession::secured() {
  secure_ = true;
  greeted_ = false;
  reset();
}

void SmtpSession::reset() {
  message_ = {};
  has_sender_ = chunked_ = bare_line_feed_ = too_large_ = false;
}

}  // namespace paneltwin::net::cloud
