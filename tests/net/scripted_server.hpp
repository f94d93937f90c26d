// A server that does on each connection what a test tells it, however odd: each runs in a thread of its own, with
// blocking reads and writes, so that a script reads from top to bottom.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace paneltwin::net {

namespace tls {
class Authority;
}

/// The server's end of one connection. After the client has gone away reads are empty and writes go nowhere.
class Peer {
 public:
  struct Impl;
  explicit Peer(Impl& impl) : impl_(impl) {}

  /// The next line without its end; empty when the client has gone away.
  std::string read_line();
  /// Up to and with `mark`.
  std::string read_until(std::string_view mark);
  void write(std::string_view bytes);
  /// What was read beyond the last line or mark.
  [[nodiscard]] const std::string& unread() const;
  /// Takes the server's part in a TLS handshake; false when it failed.
  bool start_tls();
  /// Waits until the client closes.
  void linger();

 private:
  Impl& impl_;
};

class ScriptedServer {
 public:
  using Script = std::function<void(Peer&)>;
  /// The connection is closed when `script` returns. `authority` is needed for start_tls().
  explicit ScriptedServer(Script script, const tls::Authority* authority = nullptr);
  ~ScriptedServer();

  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] int connections() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::net
