#include "net/oauth/provider_client.hpp"

namespace paneltwin::net::oauth {

using device::Failure;
using device::FailureKind;
using device::Result;

namespace {

std::string encode(const http::Fields& form) {
  std::string body;
  for (const auto& [name, value] : form)
    body += (body.empty() ? "" : "&") + http::percent_encode(name) + "=" + http::percent_encode(value);
  return body;
}

// Queries are put together in plain functions: GCC 12 destroys initialiser lists inside coroutines twice.

http::Query discovery_query(const Provider& provider) {
  return {"GET", provider.discovery_url(), {{"Accept", "application/json"}}, ""};
}

http::Query form_query(std::string url, const http::Fields& form) {
  return {"POST",
          std::move(url),
          {{"Accept", "application/json"}, {"Content-Type", "application/x-www-form-urlencoded"}},
          encode(form)};
}

/// A server in trouble, or a wrong address.
Failure not_found(const http::Response& response, const std::string& url) {
  const bool theirs = response.status >= 500 || response.status == 429;
  return {theirs ? FailureKind::temporary : FailureKind::provider_misconfigured,
          "HTTP status " + std::to_string(response.status) + " from " + url};
}

/// What answers in the provider's place is no web server.
Failure in_the_cloud(Failure failure) {
  if (failure.kind == FailureKind::unsupported_protocol) failure.kind = FailureKind::cloud_communication;
  return failure;
}

}  // namespace

Awaited<void> ProviderClient::discover(std::stop_token stop) {
  const auto query = discovery_query(provider_);
  const auto response = co_await http::exchange(wire_, query, std::move(stop));
  if (!response) co_return std::unexpected(in_the_cloud(response.error()));
  if (response->status != 200) co_return std::unexpected(not_found(*response, query.url));
  auto endpoints = read_discovery(provider_, response->body);
  if (!endpoints) co_return std::unexpected(endpoints.error());
  endpoints_ = std::move(*endpoints);
  co_return Result<void>();
}

Awaited<http::Response> ProviderClient::post(std::string Endpoints::* endpoint, http::Fields form,
                                             std::stop_token stop) {
  const auto known = co_await endpoints(stop);
  if (!known) co_return std::unexpected(known.error());
  form.emplace_back("client_id", provider_.client_id);
  auto query = form_query((*known).*endpoint, form);
  co_return co_await ask(std::move(query), std::move(stop));
}

Awaited<http::Response> ProviderClient::ask(http::Query query, std::stop_token stop) {
  auto response = co_await http::exchange(wire_, std::move(query), std::move(stop));
  if (!response) co_return std::unexpected(in_the_cloud(response.error()));
  co_return std::move(*response);
}

Awaited<Endpoints> ProviderClient::endpoints(std::stop_token stop) {
  if (!endpoints_) {
    if (auto discovered = co_await discover(stop); !discovered) co_return std::unexpected(discovered.error());
  }
  co_return *endpoints_;
}

}  // namespace paneltwin::net::oauth
