// Times as the store keeps them: milliseconds since 1970, UTC.
#pragma once

#include <cstdint>

#include "device/clock.hpp"

namespace paneltwin::net::cloud {

inline std::int64_t kept(device::Instant at) { return at.time_since_epoch().count(); }
inline device::Instant instant(std::int64_t milliseconds) { return device::Instant(device::Duration(milliseconds)); }

}  // namespace paneltwin::net::cloud
