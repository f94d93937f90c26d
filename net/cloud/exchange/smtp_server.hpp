// The listening side of mail submission: sockets, STARTTLS and time-outs around SmtpSession.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "device/clock.hpp"
#include "device/failure.hpp"
#include "device/loop.hpp"
#include "net/cloud/exchange/smtp_session.hpp"
#include "net/cloud/exchange/submissions.hpp"
#include "net/tls/authority.hpp"

namespace paneltwin::net::cloud {

struct SmtpServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;               // 0: any free port
  std::chrono::seconds idle_time{300};  // real time, for each wait
  std::size_t connection_limit = 256;
  int connections_of_a_mailbox = 3;  // at once; more are told so at the end of the message
  SmtpLimits limits;
};

class SmtpServer {
 public:
  /// Listens at once; failure: communication, `detail` says address, port and why. What it is given must outlive it.
  /// Loop, or before loop.start().
  static device::Result<std::unique_ptr<SmtpServer>> listen(device::Loop& loop, const device::Clock& clock,
                                                            const tls::Authority& authority, Submissions& submissions,
                                                            SmtpServerOptions options);
  ~SmtpServer();  // closes everything; loop, or after loop.stop()
  [[nodiscard]] std::uint16_t port() const;

  struct Impl;

 private:
  explicit SmtpServer(std::shared_ptr<Impl> impl);
  std::shared_ptr<Impl> impl_;
};

}  // namespace paneltwin::net::cloud
