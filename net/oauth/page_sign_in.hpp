// Signing in on pages that the machine draws itself: the authorization code grant with PKCE (RFC 6749 4.1, RFC 7636) in
// the person's place at the provider's own pages, which the built-in cloud also gives as JSON.
#pragma once

#include <stop_token>
#include <string>

#include "device/ports/identity.hpp"
#include "net/http/message.hpp"
#include "net/oauth/provider_client.hpp"

namespace paneltwin::net::oauth {

/// As device::Identity::open_pages says.
Awaited<device::PageStep> open_pages(ProviderClient& client, device::PageWish wish, std::stop_token stop);
/// As device::Identity::answer_page says.
Awaited<device::PageStep> answer_page(ProviderClient& client, std::string session, device::PageAnswer answer,
                                      std::stop_token stop);

/// What has to be remembered between two pages: kept by the machine as one secret text.
struct PageSession {
  std::string flow, canary, page, verifier, state, language;
  http::Fields cookies;

  [[nodiscard]] std::string text() const;
  /// Nothing when `text` is not one.
  static std::optional<PageSession> from(std::string_view text);
};

/// The page that an answer of the provider shows, `session` brought up to date. Failures: sign_in_code_expired,
/// provider_misconfigured, temporary.
device::Result<device::IdentityPage> read_page(const http::Response& response, PageSession& session);

/// Where the browser would be sent: the code for `state`. Failures: sign_in_declined, consent_needed, sign_in_blocked,
/// provider_misconfigured (another's answer).
device::Result<std::string> code_in(std::string_view location, std::string_view state);

}  // namespace paneltwin::net::oauth
