// One listening address: HTTP/1.1 with or without TLS, behind the strict gate (gate.hpp).
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "device/failure.hpp"
#include "device/loop.hpp"
#include "net/http/message.hpp"

namespace paneltwin::net::tls {
class Authority;
class ServerCertificate;
}  // namespace paneltwin::net::tls

namespace paneltwin::net::http {

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;                               // 0: any free port
  const tls::Authority* authority = nullptr;            // set: TLS with a certificate of this authority
  const tls::ServerCertificate* certificate = nullptr;  // TLS with the one that is in use, asked at each connection
  std::vector<std::string> hosts;  // Host names allowed besides localhost, 127.0.0.1, [::1] and `address`; any port
  std::size_t header_limit = 16 << 10;  // bytes
  std::size_t body_limit = 64 << 20;    // bytes
  std::chrono::seconds read_time{30};   // for a whole request, once its first byte has come
  std::chrono::seconds idle_time{60};   // between requests
  std::chrono::seconds linger_time{2};  // for what a refused client still sends
  std::size_t connection_limit = 512;
};

class Server {
 public:
  /// Listens at once; failure: communication, `detail` says address, port and why. Loop, or before loop.start().
  static device::Result<std::unique_ptr<Server>> listen(device::Loop& loop, ServerOptions options, Handler handler);
  ~Server();  // closes everything; loop, or after loop.stop()
  [[nodiscard]] std::uint16_t port() const;
  /// Takes no more connections, lets the answer under way get out, and comes up again at the same port after `down`
  /// (real time: it is the wire that is gone). Loop only.
  void restart(std::chrono::milliseconds down);

  struct Impl;

 private:
  Server(device::Loop& loop, std::shared_ptr<Impl> impl);
  device::Loop& loop_;
  std::shared_ptr<Impl> impl_;
};

}  // namespace paneltwin::net::http
