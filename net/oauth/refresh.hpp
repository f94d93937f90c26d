// RFC 6749 section 6: a new access token for a refresh token.
#pragma once

#include <stop_token>

#include "device/ports/identity.hpp"
#include "net/oauth/answers.hpp"
#include "net/oauth/provider_client.hpp"

namespace paneltwin::net::oauth {

/// The provider may keep the refresh token as it is: then the one given here comes back. Failures: as
/// device::Identity::refresh says.
Awaited<device::Tokens> refresh(ProviderClient& client, std::string refresh_token, std::stop_token stop);

/// What a refused refresh means to people.
device::Failure refresh_failure(const Refusal& refusal);

}  // namespace paneltwin::net::oauth
