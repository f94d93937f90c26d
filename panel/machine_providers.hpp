// Where the machine signs in and sends: the built-in cloud, or what a provider file says in its place.
#pragma once

#include <map>
#include <optional>

#include "net/oauth/provider.hpp"
#include "panel/machine.hpp"

namespace paneltwin::panel {

/// The cloud's address as the machine dials it.
std::string reached_by_name(const net::cloud::Cloud& cloud, const std::string& address);

/// `own` takes the place of the service that it names, or of all.
std::map<device::EmailService, net::oauth::Provider> providers_of(const MachineOptions& options,
                                                                  const net::cloud::Cloud& cloud,
                                                                  const std::filesystem::path& authority,
                                                                  const std::optional<net::oauth::Provider>& own);

}  // namespace paneltwin::panel
