// One way out of the machine: a name looked up, a connection made, secured on demand, and every wait bounded. For
// sources inside net/ only: it speaks in Asio's coroutines.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include <boost/asio/awaitable.hpp>

#include "device/failure.hpp"
#include "net/wire.hpp"

namespace paneltwin::net {

template <class T>
using Awaited = boost::asio::awaitable<device::Result<T>>;

/// Loop only. Failures of every operation: communication (also when its time is over), canceled (after a stop request).
/// One operation at a time.
class Connection {
 public:
  Connection(const Wire& wire, std::stop_token stop);
  ~Connection();  // closes at once
  Connection(Connection&&) noexcept;
  Connection& operator=(Connection&&) = delete;

  /// Looks `host` up (an address literal needs no name server) and connects within Wire::connect_time. Failure also:
  /// dns.
  Awaited<void> open(std::string host, std::uint16_t port);
  /// Starts TLS 1.2 or later with the host that was opened, within Wire::connect_time. The certificate must be for that
  /// host, from a trusted authority and good at Wire::clock's time, unless `validate` is false. Failures also: tls_…,
  /// unsupported_protocol (the peer speaks no TLS).
  Awaited<void> secure(bool validate = true);

  /// A proxy was opened, and has made a tunnel to `host`: secure() means that one from here on.
  void goes_on_to(std::string host);

  /// What is read and written from here on, together, must end within Wire::reply_time (real time): a dialogue calls
  /// this before each thing that it says or waits for. open() and secure() do so at their end. `at_most`: sooner.
  void give_time(std::chrono::seconds at_most = std::chrono::seconds::max());
  /// Some bytes, as they come; none at the orderly end of the stream.
  Awaited<std::string> read();
  /// Writes all of `bytes`, which must live until then.
  Awaited<void> write(std::string_view bytes);

  /// Tells who listens in on the wire (Wire::trace) what was said; the dialogue knows where a saying begins and ends.
  void tell(bool sent, std::string_view text) const;
  [[nodiscard]] bool is_secure() const;
  /// Our own address in this connection: "192.0.2.7", "2001:db8::7".
  [[nodiscard]] std::string local_address() const;

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace paneltwin::net
