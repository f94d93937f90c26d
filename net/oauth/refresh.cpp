#include "net/oauth/refresh.hpp"

#include <algorithm>
#include <array>

namespace paneltwin::net::oauth {

using device::FailureKind;

device::Failure refresh_failure(const Refusal& refusal) {
  // The person must sign in again: nothing that the machine does alone will help.
  constexpr std::array<std::string_view, 5> over{"invalid_grant", "interaction_required", "login_required",
                                                 "consent_required", "access_denied"};
  if (std::ranges::find(over, refusal.error) != over.end()) return refusal.as(FailureKind::sign_in_expired);
  if (refusal.is_temporary() || refusal.error == "slow_down") return refusal.as(FailureKind::temporary);
  return refusal.as(refusal.error.empty() ? FailureKind::cloud_communication : FailureKind::provider_misconfigured);
}

// A plain function: GCC 12 destroys initialiser lists inside coroutines twice.
static http::Fields refresh_form(const Provider& provider, const std::string& refresh_token) {
  return {{"grant_type", "refresh_token"}, {"refresh_token", refresh_token}, {"scope", provider.scope}};
}

Awaited<device::Tokens> refresh(ProviderClient& client, std::string refresh_token, std::stop_token stop) {
  auto form = refresh_form(client.provider(), refresh_token);
  const auto asked = client.clock().now();
  const auto response = co_await client.post(&Endpoints::token, std::move(form), std::move(stop));
  if (!response) co_return std::unexpected(response.error());
  auto tokens = read_tokens(*response, asked);
  if (!tokens) co_return std::unexpected(refresh_failure(tokens.error()));
  if (tokens->refresh_token.empty()) tokens->refresh_token = std::move(refresh_token);
  co_return std::move(*tokens);
}

}  // namespace paneltwin::net::oauth
