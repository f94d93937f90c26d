// The addresses that programs know the identity provider by: discovery, keys, device authorization and token.
#pragma once

#include "device/clock.hpp"
#include "device/text/catalogue.hpp"
#include "net/cloud/identity/token_endpoint.hpp"
#include "net/http/router.hpp"

namespace paneltwin::net::cloud {

/// Loop only.
/// Answered by Graph, as the real one is.
inline constexpr std::string_view userinfo_path = "/oidc/userinfo";

class ProviderEndpoints {
 public:
  ProviderEndpoints(Store& store, const device::Clock& clock, const device::Texts& texts, const Tokens& tokens)
      : store_(store), clock_(clock), texts_(texts), tokens_(tokens), endpoint_(store, clock, tokens) {}
  void add_routes(http::Router& router);

 private:
  http::Response discovery(const http::Request& request) const;
  http::Response instance_discovery(const http::Request& request) const;
  http::Response keys(const http::Request& request) const;
  http::Response device_code(const http::Request& request);
  http::Response token(const http::Request& request);
  [[nodiscard]] http::Response refused(const http::Request& request, const AadstsError& error,
                                       const Trace& trace) const;

  Store& store_;
  const device::Clock& clock_;
  const device::Texts& texts_;
  const Tokens& tokens_;
  TokenEndpoint endpoint_;
};

/// A new trace id, and the correlation id that the request brought along, if it is a sensible one.
Trace trace_of(const http::Request& request);

}  // namespace paneltwin::net::cloud
