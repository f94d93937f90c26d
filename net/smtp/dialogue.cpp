#include "net/smtp/dialogue.hpp"

#include <algorithm>
#include <array>

#include "net/base64.hpp"
#include "net/smtp/dot_stuffing.hpp"
#include "net/smtp/refusals.hpp"

// Hands a failure on to whoever waits.
#define PANELTWIN_TRY(awaited)                           \
  if (auto tried = co_await (awaited); !tried) {         \
    co_return std::unexpected(std::move(tried).error()); \
  }

namespace paneltwin::net::smtp {

using device::Failure;
using device::FailureKind;
using device::MailServer;
using device::Security;

namespace {

std::string xoauth2_words(const MailServer& server) {
  return "user=" + server.user +
         "\x01"
         "auth=Bearer " +
         server.secret + "\x01\x01";
}

bool is_ascii(std::string_view text) {
  return std::ranges::none_of(text,
                              [](char letter) { return static_cast<unsigned char>(letter) > 0x7E || letter < ' '; });
}

std::optional<Failure> problem_with(const std::string& address, bool smtputf8) {
  const bool hostile = address.find_first_of("<>\r\n") != std::string::npos || address.find('\0') != std::string::npos;
  if (hostile) return Failure{FailureKind::recipient_refused, "is no address"};
  if (!is_ascii(address) && !smtputf8)
    return Failure{FailureKind::recipient_refused, "the server takes no such address"};
  return std::nullopt;
}

// GCC 12 destroys temporaries of initialiser lists and of ?: twice inside coroutines: both stay in plain functions.

/// MAIL FROM and RCPT TO, without line ends.
std::vector<std::string> envelope(const std::string& sender, const std::vector<std::string>& recipients,
                                  std::optional<std::uint64_t> size, bool utf8) {
  std::vector<std::string> lines{"MAIL FROM:<" + sender + ">"};
  if (size) lines.front() += " SIZE=" + std::to_string(*size);
  if (utf8) lines.front() += " SMTPUTF8";
  for (const auto& recipient : recipients) lines.push_back("RCPT TO:<" + recipient + ">");
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string together;
  for (const auto& line : lines) together += line + "\r\n";
  return together;
}

std::string login_command(const MailServer& server, bool plain) {
  const std::string nothing(1, '\0');
  return plain ? "AUTH PLAIN " + to_base64(nothing + server.user + nothing + server.secret) : "AUTH LOGIN";
}

/// What a server might repeat of what it was told.
std::vector<std::string> secrets_of(const MailServer& server) {
  return {to_base64(xoauth2_words(server)), to_base64(server.secret), server.secret};
}

/// Why nobody can log in with a password here: the server may want TLS first, or have no SMTP AUTH at all.
FailureKind without_login(const Capabilities& can, bool is_secure) {
  if (can.starttls && !is_secure) return FailureKind::starttls_required;
  return can.mechanisms.empty() ? FailureKind::smtp_auth_missing : FailureKind::authentication_method;
}

/// A server that wants more than POP before SMTP.
void want_smtp_auth(Failure& failure, const MailServer& server, const Capabilities& can) {
  const bool wanted = failure.kind == FailureKind::authentication && !can.mechanisms.empty() &&
                      server.authentication == MailServer::Authentication::pop_before_smtp;
  if (wanted) failure.kind = FailureKind::smtp_auth_wanted;
}

/// What AUTH LOGIN is answered with.
std::vector<std::string> login_words(const MailServer& server) {
  return {to_base64(server.user), to_base64(server.secret)};
}

/// A line as who listens in may know it.
std::string_view shown(const std::string& line, bool secret) { return secret ? std::string_view("***") : line; }

}  // namespace

Awaited<Reply> Dialogue::reply() {
  connection_.give_time();
  for (;;) {
    auto whole = parser_.next();
    if (!whole) co_return std::unexpected(whole.error());
    if (*whole) {
      connection_.tell(false, (**whole).words());
      if ((*whole)->code == 421) co_return device::fail(FailureKind::temporary, (**whole).words());
      co_return std::move(**whole);
    }
    auto bytes = co_await connection_.read();
    if (!bytes) co_return std::unexpected(bytes.error());
    if (bytes->empty()) co_return device::fail(FailureKind::communication, "the server hung up");
    parser_.feed(*bytes);
  }
}

Awaited<Reply> Dialogue::ask(std::string line, bool secret) {
  connection_.tell(true, shown(line, secret));
  line += "\r\n";
  PANELTWIN_TRY(connection_.write(line));
  co_return co_await reply();
}

Awaited<Reply> Dialogue::answer_to(std::string line) {
  if (can_.pipelining) co_return co_await reply();
  co_return co_await ask(std::move(line));
}

Awaited<void> Dialogue::hello() {
  const auto address = connection_.local_address();
  const auto name = address.find(':') == std::string::npos ? "[" + address + "]" : "[IPv6:" + address + "]";
  auto answer = co_await ask("EHLO " + name);
  if (!answer) co_return std::unexpected(answer.error());
  if (answer->is_positive()) {
    can_ = capabilities_of(*answer);
    co_return device::Result<void>();
  }
  can_ = {};
  answer = co_await ask("HELO " + name);  // a server of before 1995
  if (!answer) co_return std::unexpected(answer.error());
  if (!answer->is_positive()) co_return refused(FailureKind::communication, *answer);
  co_return device::Result<void>();
}

Awaited<void> Dialogue::start_tls() {
  if (!can_.starttls) co_return device::fail(FailureKind::starttls_missing, "the server offers no STARTTLS");
  auto answer = co_await ask("STARTTLS");
  if (!answer) co_return std::unexpected(answer.error());
  if (!answer->is_positive()) co_return device::fail(FailureKind::starttls_missing, answer->words());
  if (parser_.has_more()) {
    co_return device::fail(FailureKind::tls_not_secured, "the server went on talking before it was secured");
  }
  PANELTWIN_TRY(connection_.secure(server_.validate_certificate));
  co_return co_await hello();
}

Awaited<void> Dialogue::open() {
  PANELTWIN_TRY(connection_.open(server_.host, server_.port));
  if (server_.security == Security::ssl_tls) {
    auto secured = co_await connection_.secure(server_.validate_certificate);
    if (!secured) co_return std::unexpected(not_secured(secured.error()));
  }
  auto greeting = co_await reply();
  if (!greeting) co_return std::unexpected(not_greeted(greeting.error(), server_));
  if (!greeting->is_positive()) co_return refused(FailureKind::communication, *greeting);
  PANELTWIN_TRY(hello());
  if (server_.security == Security::starttls) PANELTWIN_TRY(start_tls());
  co_return co_await authenticate();
}

Awaited<void> Dialogue::authenticate() {
  switch (server_.authentication) {
    case MailServer::Authentication::xoauth2:
      co_return co_await xoauth2();
    case MailServer::Authentication::login:
      co_return co_await login();
    case MailServer::Authentication::none:
    case MailServer::Authentication::pop_before_smtp:
      co_return device::Result<void>();
  }
}

/// The token is refused at once with 535 (Exchange) or after a 334 with JSON that wants an empty line (Gmail, Dovecot).
Awaited<void> Dialogue::xoauth2() {
  if (!can_.offers("XOAUTH2")) {
    co_return device::fail(
        can_.starttls && !connection_.is_secure() ? FailureKind::starttls_required : FailureKind::authentication_method,
        "the server offers no XOAUTH2");
  }
  auto answer = co_await ask("AUTH XOAUTH2 " + to_base64(xoauth2_words(server_)));
  if (answer && answer->code == 334) answer = co_await ask("");
  if (!answer) co_return std::unexpected(answer.error());
  if (!answer->is_positive()) co_return std::unexpected(authentication_refused(*answer, secrets_of(server_)));
  co_return device::Result<void>();
}

Awaited<void> Dialogue::login() {
  if (!can_.offers("LOGIN") && !can_.offers("PLAIN")) {
    co_return device::fail(without_login(can_, connection_.is_secure()), "the server offers neither LOGIN nor PLAIN");
  }
  const bool plain = !can_.offers("LOGIN");
  auto answer = co_await ask(login_command(server_, plain));
  const auto words = login_words(server_);
  for (std::size_t i = 0; !plain && i < words.size() && answer && answer->code == 334; ++i) {
    answer = co_await ask(words[i], true);
  }
  if (!answer) co_return std::unexpected(answer.error());
  if (!answer->is_positive()) co_return std::unexpected(authentication_refused(*answer, secrets_of(server_)));
  co_return device::Result<void>();
}

Awaited<void> Dialogue::offer(const std::string& sender, const std::vector<std::string>& recipients,
                              std::optional<std::uint64_t> size) {
  if (size && can_.largest && *size > *can_.largest) {
    co_return device::fail(FailureKind::too_large, "the server takes " + std::to_string(*can_.largest) + " bytes");
  }
  bool utf8 = !is_ascii(sender);
  if (problem_with(sender, can_.smtputf8))
    co_return device::fail(FailureKind::sender_refused, "is no address that the server takes");
  for (const auto& recipient : recipients) {
    if (auto problem = problem_with(recipient, can_.smtputf8)) co_return std::unexpected(*problem);
    utf8 = utf8 || !is_ascii(recipient);
  }
  const auto lines = envelope(sender, recipients, can_.size ? size : std::nullopt, utf8);
  const auto together = joined(lines);
  if (can_.pipelining) {
    connection_.tell(true, together);
    PANELTWIN_TRY(connection_.write(together));
  }
  std::optional<Failure> problem;  // the first; in a pipeline the other replies are read all the same
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto answer = co_await answer_to(lines[i]);
    if (!answer) co_return std::unexpected(answer.error());
    if (answer->is_positive() || problem) continue;
    problem = refused(i == 0 ? FailureKind::sender_refused : FailureKind::recipient_refused, *answer).error();
    if (!can_.pipelining) break;
  }
  if (!problem) co_return device::Result<void>();
  want_smtp_auth(*problem, server_, can_);
  co_return std::unexpected(std::move(*problem));
}

Awaited<device::MailReceipt> Dialogue::send(const WrittenMessage& message,
                                            const std::function<void()>& about_to_commit) {
  auto answer = co_await ask("DATA");
  if (!answer) co_return std::unexpected(answer.error());
  if (answer->code != 354) co_return refused(FailureKind::message_refused, *answer);
  DotStuffing stuffing;
  std::array<char, 64 << 10> piece{};
  while (const auto count = std::fread(piece.data(), 1, piece.size(), message.file.get())) {
    connection_.give_time();
    PANELTWIN_TRY(connection_.write(stuffing.stuff({piece.data(), count})));
  }
  if (std::ferror(message.file.get()))
    co_return device::fail(FailureKind::memory_full, "the message cannot be read back");
  connection_.tell(true, "(the message) .");
  about_to_commit();
  PANELTWIN_TRY(connection_.write(stuffing.end()));
  answer = co_await reply();
  if (!answer) co_return std::unexpected(answer.error());
  if (answer->is_positive()) co_return device::MailReceipt{answer->words()};
  const bool about_sender = answer->enhanced() == "5.2.252" || answer->enhanced() == "5.7.60";
  co_return refused(about_sender ? FailureKind::sender_refused : FailureKind::message_refused, *answer);
}

boost::asio::awaitable<void> Dialogue::quit() {
  connection_.give_time(std::chrono::seconds(2));  // the mail is gone: a sluggish goodbye does not hold the job up
  const auto said = co_await connection_.write("QUIT\r\n");
  if (!said) co_return;
  [[maybe_unused]] const auto answered = co_await connection_.read();
}

}  // namespace paneltwin::net::smtp
