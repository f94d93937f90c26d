// A listening TCP address: what the HTTP and the SMTP server share.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include <boost/asio/ip/tcp.hpp>

#include "device/failure.hpp"
#include "device/loop.hpp"

namespace paneltwin::net {

class Listener {
 public:
  using Take = std::move_only_function<void(boost::asio::ip::tcp::socket)>;

  /// Listens at once on `address` (IPv4 or IPv6 in digits) and `port` (0: any free one), and gives each connection to
  /// `take`, on the loop. When the process has no descriptor left it rests a moment before it tries again.
  /// Failure: communication, `detail` says address, port and why. Loop, or before loop.start().
  static device::Result<std::unique_ptr<Listener>> open(device::Loop& loop, const std::string& address,
                                                        std::uint16_t port, Take take);
  ~Listener();  // takes no more; loop, or after loop.stop()
  [[nodiscard]] std::uint16_t port() const;

 private:
  struct Impl;
  explicit Listener(std::shared_ptr<Impl> impl);
  std::shared_ptr<Impl> impl_;
};

}  // namespace paneltwin::net
