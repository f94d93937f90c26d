// The e-mail server as three separate things: what a Web Config page holds (SignInAttempt), what is stored
// (EmailServerSettings, StoredSignIn), and whether the token is still good (SignInHealth).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "device/clock.hpp"
#include "device/failure.hpp"

namespace paneltwin::device {

/// What a mail server is for. Each has settings and a sign-in of its own.
enum class MailRole { email, fax_server, additional_network };
inline constexpr MailRole mail_roles[] = {MailRole::email, MailRole::fax_server, MailRole::additional_network};

enum class EmailMethod { off, smtp_auth, pop_before_smtp, oauth2 };
enum class EmailService { exchange_online, outlook_com };
enum class Security { none, ssl_tls, starttls };

/// Limits (panel facts 5.4): account and sender 255, password 20, ports 1 to 65535.
struct EmailServerSettings {
  EmailMethod method = EmailMethod::off;
  EmailService service = EmailService::exchange_online;  // oauth2
  std::string account;                                   // smtp_auth, pop_before_smtp
  std::string sender;
  std::string smtp_host;
  std::uint16_t smtp_port = 25;
  Security security = Security::none;
  bool validate_certificate = true;
  std::string pop3_host;  // pop_before_smtp
  std::uint16_t pop3_port = 110;
  bool operator==(const EmailServerSettings&) const = default;
};

/// Checks the limits; `detail` of the failure names the field ("sender", "smtp_port", …).
Result<void> check(const EmailServerSettings& settings);

enum class SignInHealth { good, expired };

/// The sign-in that was sent to the printer with OK. Tokens stay in the store, never here.
struct StoredSignIn {
  EmailService service;
  std::string account;
  Instant since;
  SignInHealth health = SignInHealth::good;
  bool operator==(const StoredSignIn&) const = default;
};

using SignInId = std::int64_t;

/// A sign-in under way from a Web Config page. It is gone with a restart; nothing of it reaches the printer before OK.
struct SignInAttempt {
  enum class Phase { starting, waiting_for_user, signed_in, failed };
  SignInId id = 0;
  EmailService service{};
  Phase phase = Phase::starting;
  std::string user_code;  // while waiting_for_user; left out of JSON
  std::string verification_uri;
  std::string verification_uri_complete;  // where the provider gives one
  Instant expires_at{};
  std::string account;             // when signed_in
  std::optional<Failure> failure;  // when failed
  bool operator==(const SignInAttempt&) const = default;
};

struct EmailServer {
  EmailServerSettings stored;
  bool password_set = false;
  std::optional<StoredSignIn> sign_in;
  std::vector<SignInAttempt> attempts;
  // Where mail goes under oauth2, filled from the provider: host, port and security of `stored.service`.
  std::string effective_host;
  std::uint16_t effective_port = 0;
  Security effective_security = Security::none;
  std::string effective_sender;  // the signed-in account under oauth2
  bool operator==(const EmailServer&) const = default;
};

}  // namespace paneltwin::device
