// A sign-in with a code that somebody enters elsewhere (RFC 8628), from its begin to its end: the machine's own and a
// user's go the same way.
#pragma once

#include <functional>
#include <stop_token>

#include "device/flow.hpp"

namespace paneltwin::device {

/// Calls `told` with the code, then `ended`, both on the loop; neither after a stop request. Tokens that name no
/// account, or cannot be refreshed, are a failure: provider_misconfigured.
Flow sign_in_by_code(Core& core, EmailService service, std::stop_token stop,
                     std::function<void(const DeviceGrant&)> told, std::move_only_function<void(Result<Tokens>)> ended);

/// What people are shown of it.
void show_code(auto& shown, const DeviceGrant& grant) {
  shown.user_code = grant.user_code;
  shown.verification_uri = grant.verification_uri;
  shown.verification_uri_complete = grant.verification_uri_complete;
  shown.expires_at = grant.expires_at;
}

}  // namespace paneltwin::device
