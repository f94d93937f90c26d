// RFC 8628, the device authorization grant: a code for the person, and patience for the machine.
#pragma once

#include <stop_token>

#include "device/ports/identity.hpp"
#include "net/oauth/answers.hpp"
#include "net/oauth/provider_client.hpp"

namespace paneltwin::net::oauth {

/// Section 3.1. Failures: those of ProviderClient::post, sign_in_blocked, temporary.
Awaited<device::DeviceGrant> begin_grant(ProviderClient& client, std::stop_token stop);

/// Sections 3.4 and 3.5: polls on the clock until the person has decided or the code has run out. Failures: as
/// device::Identity::await_grant says.
Awaited<device::Tokens> await_grant(ProviderClient& client, device::DeviceGrant grant, std::stop_token stop);

/// What a refused grant means to people.
device::FailureKind refused_grant(const Refusal& refusal);

}  // namespace paneltwin::net::oauth
