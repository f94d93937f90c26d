// Who may have a token: Conditional Access, security defaults, and consent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/cloud/identity/aadsts.hpp"
#include "net/cloud/identity/scopes.hpp"
#include "net/cloud/store/store.hpp"

namespace paneltwin::net::cloud {

struct SignInContext {
  bool device_code = false;   // began with a device code; sticks to its refresh tokens ("protocol tracking")
  bool multi_factor = false;  // a second factor was given
};

enum class Access { allowed, blocked, needs_second_factor, needs_registration };

/// What the tenant's policies say. Personal accounts have none. `report_only` gets the policies that would have acted.
Access access_for(Store& store, const User& user, SignInContext context,
                  std::vector<std::string>* report_only = nullptr);
/// The error that access_for()'s answer is told as; nothing when allowed.
std::optional<AadstsError> refusal(Access access, Resource resource);

/// True when the user, or an administrator for all, has let the application have every one of `scopes`.
bool consented(Store& store, const User& user, std::string_view client_id, const Scopes& scopes);

}  // namespace paneltwin::net::cloud
