// The two switches of SMTP AUTH: the organisation's (Set-TransportConfig) and the mailbox's own (Set-CASMailbox). What
// an administrator turns counts at once or, where the tenant is set so, a while later, as in the real service.
#pragma once

#include <optional>

#include "net/cloud/store/store.hpp"

namespace paneltwin::net::cloud {

/// Real ones take 10 minutes to 24 hours [Microsoft's page on authenticated client SMTP submission; forum answers].
inline constexpr std::chrono::minutes changes_take{15};

device::Result<void> turn_organization(Store& store, bool off, Instant now);
/// Nothing: the mailbox follows the organisation.
device::Result<void> turn_mailbox(Store& store, User user, std::optional<bool> off, Instant now);

// What counts now.
bool organization_is_off(Store& store, Instant now);
std::optional<bool> mailbox_is_off(Store& store, const User& user, Instant now);

}  // namespace paneltwin::net::cloud
