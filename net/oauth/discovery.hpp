// Where a provider's endpoints are: the issuer's discovery document (RFC 8414, OpenID Connect Discovery 1.0).
#pragma once

#include <string>
#include <string_view>

#include "device/failure.hpp"
#include "net/oauth/provider.hpp"

namespace paneltwin::net::oauth {

struct Endpoints {
  std::string device_authorization, token;
  std::string authorization;  // empty where the provider has none
};

/// The document must be of the provider's own issuer; of an `authority`, on its host (Microsoft's issuer names the
/// tenant, or leaves "{tenantid}" for it). Endpoints may not be less secure than the issuer. Failure:
/// provider_misconfigured.
device::Result<Endpoints> read_discovery(const Provider& provider, std::string_view document);

}  // namespace paneltwin::net::oauth
