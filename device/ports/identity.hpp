// Port: the identity provider that the machine signs in to (RFC 8628 device grant, RFC 6749 refresh). net/oauth
// implements it.
#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "device/clock.hpp"
#include "device/email/email_server.hpp"
#include "device/failure.hpp"

namespace paneltwin::device {

/// What the person needs (user_code, verification_uri) and what the machine polls with (device_code, a secret).
struct DeviceGrant {
  std::string user_code, verification_uri, verification_uri_complete;
  std::string device_code;
  Instant expires_at{};
  Duration interval{5000};
};

struct Tokens {
  std::string access_token;  // secret
  Instant access_expires{};
  std::string refresh_token;  // secret
  std::string account;        // id_token's preferred_username or email; empty when the provider gave none
};

/// Every call ends in exactly one `done`, on the loop, also after a stop request (FailureKind::canceled).
class Identity {
 public:
  virtual ~Identity() = default;
  virtual void begin(EmailService service, std::stop_token stop,
                     std::move_only_function<void(Result<DeviceGrant>)> done) = 0;
  /// Polls on the clock until the person has decided or the code has run out.
  /// Failures: sign_in_declined, sign_in_code_expired, sign_in_blocked, provider_misconfigured, dns, communication,
  /// tls_…
  virtual void await_grant(EmailService service, DeviceGrant grant, std::stop_token stop,
                           std::move_only_function<void(Result<Tokens>)> done) = 0;
  /// Failures: sign_in_expired (invalid_grant, interaction_required, consent_required), provider_misconfigured, dns,
  /// communication, temporary.
  virtual void refresh(EmailService service, std::string refresh_token, std::stop_token stop,
                       std::move_only_function<void(Result<Tokens>)> done) = 0;
};

}  // namespace paneltwin::device
