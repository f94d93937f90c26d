// Printing from computers on port 9100 ("RAW"): what comes in becomes print jobs of the machine.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "device/device.hpp"

namespace paneltwin::net::print {

struct RawServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;                     // 0: any free port
  std::size_t document_limit = 64u << 20;     // bytes; a larger one is in the log as 101
  std::size_t memory_limit = 192u << 20;      // bytes that all connections hold together
  std::chrono::seconds idle_time{60};         // for the next bytes
  std::chrono::seconds connection_time{900};  // for all that a connection brings
  std::size_t connection_limit = 16;          // more are closed at once
};

class RawServer {
 public:
  /// Listens at once, and as long as the machine is on, has its network, and the administrator leaves it switched on
  /// (Protocol). Failure: communication, `detail` says address, port and why. Loop, or before loop.start().
  static device::Result<std::unique_ptr<RawServer>> listen(device::Loop& loop, device::Device& device,
                                                           RawServerOptions options);
  ~RawServer();  // closes everything; loop, or after loop.stop()
  [[nodiscard]] std::uint16_t port() const;

  struct Impl;

 private:
  explicit RawServer(std::shared_ptr<Impl> impl);
  std::shared_ptr<Impl> impl_;
};

}  // namespace paneltwin::net::print
