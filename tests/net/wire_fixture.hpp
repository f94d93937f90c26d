// A machine's way out, for tests: loop, clock, faults, and an authority of its own on loopback.
#pragma once

#include <future>

#include <gtest/gtest.h>

#include "net/tls/authority.hpp"
#include "net/wire.hpp"
#include "tests/device/temporary_folder.hpp"

namespace paneltwin::net {

class WireFixture : public testing::Test {
 protected:
  WireFixture() {
    auto opened = tls::Authority::open(folder.path(), {"server.test"}, now);
    authority = std::move(*opened);
    wire.authorities = {authority->certificate()};
    clock.stand();
    clock.set(now);
    loop.start();
  }
  ~WireFixture() override { loop.stop(); }

  /// Runs `start(done)` on the loop and waits for what `done` is told.
  template <class T, class Start>
  T result_of(Start start) {
    std::promise<T> promise;
    auto future = promise.get_future();
    loop.post([&] { start([&](T result) { promise.set_value(std::move(result)); }); });
    if (future.wait_for(std::chrono::seconds(60)) != std::future_status::ready) {
      ADD_FAILURE() << "nothing came back in 60 s";
      std::abort();  // `start` still holds what lives here
    }
    return future.get();
  }

  const device::Instant now = *device::from_iso8601("2026-11-23T09:30:00Z");
  TemporaryFolder folder;
  device::Loop loop;
  device::Clock clock{loop, now};
  Faults faults;
  Wire wire{loop, clock, faults};
  std::unique_ptr<tls::Authority> authority;
};

}  // namespace paneltwin::net
