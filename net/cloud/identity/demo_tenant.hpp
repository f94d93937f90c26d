// Contoso: the tenant that people find when they open the cloud for the first time. Its passwords are for showing.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "net/cloud/store/store.hpp"

namespace paneltwin::net::cloud {

/// device::hash_password; tests have a quicker one.
using PasswordHash = std::function<std::string(std::string_view)>;

/// Puts the tenant, its people, its keys and the printer's application into an empty store; a signing key that is there
/// already stays, and so does a tenant. Takes a second or two at the first time. Failure: store_failed.
device::Result<void> seed_demo_tenant(Store& store, const PasswordHash& hash);

}  // namespace paneltwin::net::cloud
