#include "net/oauth/discovery.hpp"

#include <boost/url/parse.hpp>

#include "net/oauth/answer_fields.hpp"

namespace paneltwin::net::oauth {

using device::FailureKind;

namespace {

/// "https://login.example:8443"
std::string_view origin_of(std::string_view address) {
  const auto host = address.find("://");
  if (host == std::string_view::npos) return {};
  return address.substr(0, address.find('/', host + 3));
}

bool is_own(const Provider& provider, std::string_view issuer) {
  if (provider.issuer.empty()) return origin_of(issuer) == origin_of(provider.authority);
  return issuer == provider.issuer;
}

/// A secure issuer does not send secrets elsewhere unsecured.
bool may_be_asked(const Provider& provider, const std::string& endpoint) {
  const auto url = boost::urls::parse_uri(endpoint);
  if (!url || url->host().empty() || url->has_userinfo()) return false;
  const bool secure_provider = (provider.issuer + provider.authority).starts_with("https:");
  return url->scheme() == "https" || (url->scheme() == "http" && !secure_provider);
}

}  // namespace

device::Result<Endpoints> read_discovery(const Provider& provider, std::string_view document) {
  const auto object = object_in(document);
  if (!object) return device::fail(FailureKind::provider_misconfigured, "the discovery document is not JSON");
  if (const auto issuer = text_of(*object, "issuer", address_limit); !is_own(provider, issuer)) {
    return device::fail(FailureKind::provider_misconfigured,
                        "the discovery document is of another issuer: " + issuer.substr(0, 200));
  }
  Endpoints endpoints{text_of(*object, "device_authorization_endpoint", address_limit),
                      text_of(*object, "token_endpoint", address_limit),
                      text_of(*object, "authorization_endpoint", address_limit)};
  if (endpoints.device_authorization.empty())
    return device::fail(FailureKind::provider_misconfigured, "the provider has no device grant");
  for (const auto& endpoint : {endpoints.device_authorization, endpoints.token}) {
    if (!may_be_asked(provider, endpoint))
      return device::fail(FailureKind::provider_misconfigured, "not an endpoint: " + endpoint.substr(0, 200));
  }
  if (!may_be_asked(provider, endpoints.authorization)) endpoints.authorization.clear();
  return endpoints;
}

}  // namespace paneltwin::net::oauth
