#include "net/oauth/device_grant.hpp"

#include "net/connect/clock_wait.hpp"
#include "net/oauth/answers.hpp"
#include "net/oauth/polling.hpp"

namespace paneltwin::net::oauth {

using device::FailureKind;

// Forms are put together in plain functions: GCC 12 destroys initialiser lists inside coroutines twice.

static http::Fields grant_form(const Provider& provider) { return {{"scope", provider.scope}}; }

static http::Fields token_form(const device::DeviceGrant& grant) {
  return {{"grant_type", "urn:ietf:params:oauth:grant-type:device_code"}, {"device_code", grant.device_code}};
}

FailureKind refused_grant(const Refusal& refusal) {
  if (refusal.is_temporary()) return FailureKind::temporary;
  if (refusal.error.empty()) return FailureKind::cloud_communication;
  if (refusal.error == "access_denied" || refusal.error == "interaction_required") return FailureKind::sign_in_blocked;
  return FailureKind::provider_misconfigured;
}

Awaited<device::DeviceGrant> begin_grant(ProviderClient& client, std::stop_token stop) {
  auto form = grant_form(client.provider());
  const auto response = co_await client.post(&Endpoints::device_authorization, std::move(form), std::move(stop));
  if (!response) co_return std::unexpected(response.error());
  auto grant = read_device_grant(*response, client.clock().now());
  if (!grant) co_return std::unexpected(grant.error().as(refused_grant(grant.error())));
  co_return std::move(*grant);
}

Awaited<device::Tokens> await_grant(ProviderClient& client, device::DeviceGrant grant, std::stop_token stop) {
  Polling polling(grant.interval);
  for (;;) {
    const auto next = std::min(client.clock().now() + polling.wait(), grant.expires_at);
    co_await wait_until(client.loop(), client.clock(), next, stop);
    if (stop.stop_requested()) co_return device::fail(FailureKind::canceled);
    if (client.clock().now() >= grant.expires_at) co_return device::fail(FailureKind::sign_in_code_expired);

    auto form = token_form(grant);
    const auto asked = client.clock().now();
    const auto response = co_await client.post(&Endpoints::token, std::move(form), stop);
    std::optional<device::Failure> end;
    if (response) {
      auto tokens = read_tokens(*response, asked);
      if (tokens) co_return std::move(*tokens);
      end = polling.refused(tokens.error());
    } else {
      end = polling.unanswered(response.error());
    }
    if (end) co_return std::unexpected(*end);
  }
}

}  // namespace paneltwin::net::oauth
