// The submission service on its port: STARTTLS with the authority's certificate, one talk a connection.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "device/failure.hpp"
#include "device/loop.hpp"
#include "net/cloud/exchange/exchange.hpp"
#include "net/tls/authority.hpp"

namespace paneltwin::net::cloud {

class SmtpServer {
 public:
  /// Loop, or before loop.start(). Failure: communication, `detail` says address, port and why.
  static device::Result<std::unique_ptr<SmtpServer>> listen(device::Loop& loop, const device::Clock& clock,
                                                            Exchange& exchange, const tls::Authority& authority,
                                                            const std::string& address, std::uint16_t port);
  ~SmtpServer();  // hangs up on everyone; loop, or after loop.stop()
  [[nodiscard]] std::uint16_t port() const;

  struct Impl;

 private:
  explicit SmtpServer(std::shared_ptr<Impl> impl);
  std::shared_ptr<Impl> impl_;
};

}  // namespace paneltwin::net::cloud
