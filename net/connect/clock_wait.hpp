// A coroutine's wait on the machine's clock. For sources inside net/ only.
#pragma once

#include <stop_token>

#include <boost/asio/awaitable.hpp>

#include "device/clock.hpp"
#include "device/loop.hpp"

namespace paneltwin::net {

/// Until the clock has reached `at`, however it gets there, or a stop is requested. Loop only.
boost::asio::awaitable<void> wait_until(device::Loop& loop, device::Clock& clock, device::Instant at,
                                        std::stop_token stop);

}  // namespace paneltwin::net
