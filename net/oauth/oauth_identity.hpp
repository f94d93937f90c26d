// device::Identity over real wires: discovery, RFC 8628 device grant, RFC 6749 refresh.
#pragma once

#include <map>
#include <memory>

#include "device/clock.hpp"
#include "device/ports/identity.hpp"
#include "net/oauth/provider.hpp"
#include "net/wire.hpp"

namespace paneltwin::net::oauth {

std::unique_ptr<device::Identity> make_identity(Wire& wire, device::Clock& clock,
                                                std::map<device::EmailService, Provider> providers);

}  // namespace paneltwin::net::oauth
