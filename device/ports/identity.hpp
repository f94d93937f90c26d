// Port: the identity provider that the machine signs in to (RFC 8628 device grant, RFC 6749 refresh). net/oauth
// implements it.
#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "device/accounts/own_sign_in.hpp"
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

/// How the provider's pages are to be.
struct PageWish {
  std::string language;       // of what the provider itself words
  bool asks_consent = false;  // also of somebody who has consented: an administrator may then consent for everybody
};

/// How far a sign-in on the provider's own pages has come.
struct PageStep {
  IdentityPage page;
  std::string session;           // what the next answer needs: secret, and the port's own affair
  std::optional<Tokens> tokens;  // the way is over
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
  /// True when the provider gives its sign-in pages as data, so that the machine can draw them itself.
  [[nodiscard]] virtual bool has_pages(EmailService) const { return false; }
  // NOLINTBEGIN(performance-unnecessary-value-param): those who override these keep what they are given.
  /// The first page (authorization code with PKCE). Failures: provider_misconfigured, dns, communication, temporary,
  /// tls_…
  virtual void open_pages(EmailService, PageWish, std::stop_token,
                          std::move_only_function<void(Result<PageStep>)> done) {
    done(fail(FailureKind::provider_misconfigured, "no pages"));
  }
  /// The page after `answer`. Failures: also sign_in_declined; sign_in_code_expired, when the pages were left too long.
  virtual void answer_page(EmailService, std::string /*session*/, PageAnswer, std::stop_token,
                           std::move_only_function<void(Result<PageStep>)> done) {
    done(fail(FailureKind::provider_misconfigured, "no pages"));
  }
  // NOLINTEND(performance-unnecessary-value-param)
};

}  // namespace paneltwin::device
