// The machine as a client of one provider: finds the endpoints once, then posts forms to them.
#pragma once

#include <optional>
#include <stop_token>

#include "device/clock.hpp"
#include "net/connect/connection.hpp"
#include "net/http/exchange.hpp"
#include "net/http/message.hpp"
#include "net/oauth/discovery.hpp"
#include "net/oauth/provider.hpp"

namespace paneltwin::net::oauth {

class ProviderClient {
 public:
  ProviderClient(const Wire& wire, device::Clock& clock, Provider provider)
      : wire_(wire), clock_(clock), provider_(std::move(provider)) {}

  /// Posts `form`, with the client's id in it, to an endpoint. Failures: provider_misconfigured, dns, communication,
  /// tls_…, cloud_communication (what answers is not HTTP), canceled.
  Awaited<http::Response> post(std::string Endpoints::* endpoint, http::Fields form, std::stop_token stop);

  /// Asks for anything else of the provider's. Failures: as post().
  Awaited<http::Response> ask(http::Query query, std::stop_token stop);
  /// Where the provider's endpoints are; asks it once. Failures: as post().
  Awaited<Endpoints> endpoints(std::stop_token stop);

  [[nodiscard]] const Provider& provider() const { return provider_; }
  [[nodiscard]] device::Clock& clock() const { return clock_; }
  [[nodiscard]] device::Loop& loop() const { return wire_.loop; }

 private:
  Awaited<void> discover(std::stop_token stop);

  const Wire& wire_;
  device::Clock& clock_;
  Provider provider_;
  std::optional<Endpoints> endpoints_;  // once the provider has told them
};

}  // namespace paneltwin::net::oauth
