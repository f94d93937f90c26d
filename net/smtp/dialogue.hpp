// The talk with a mail server, from its greeting to QUIT. Sources: RFC 5321, RFC 3207 (STARTTLS), RFC 4954 (AUTH), RFC
// 1870 (SIZE), RFC 2920 (PIPELINING), XOAUTH2 as Exchange Online and Gmail document it. For sources inside net/smtp
// only.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "device/ports/mail_transport.hpp"
#include "net/connect/connection.hpp"
#include "net/smtp/capabilities.hpp"
#include "net/smtp/message.hpp"
#include "net/smtp/reply_parser.hpp"

namespace paneltwin::net::smtp {

/// Loop only. After a failure the connection is of no more use.
class Dialogue {
 public:
  Dialogue(Connection connection, const device::MailServer& server)
      : connection_(std::move(connection)), server_(server) {}

  /// Connects, reads the greeting, secures as the settings say, and authenticates. Failures: every kind of the "wires"
  /// group.
  Awaited<void> open();
  /// What the server said in its answer to EHLO.
  [[nodiscard]] const Capabilities& capabilities() const { return can_; }
  /// Offers the sender and the recipients. Failures: sender_refused, recipient_refused (one is enough: then nothing is
  /// sent), too_large, authentication, starttls_required, temporary.
  Awaited<void> offer(const std::string& sender, const std::vector<std::string>& recipients,
                      std::optional<std::uint64_t> size);
  /// DATA. `about_to_commit` is called before the end of data goes out.
  Awaited<device::MailReceipt> send(const WrittenMessage& message, const std::function<void()>& about_to_commit);
  /// Says goodbye; nobody minds how it is taken.
  boost::asio::awaitable<void> quit();

 private:
  Awaited<Reply> reply();
  /// `secret`: who listens in is not told the line.
  Awaited<Reply> ask(std::string line, bool secret = false);
  /// The reply to a line that went out with the others, or goes out now.
  Awaited<Reply> answer_to(std::string line);
  Awaited<void> hello();
  Awaited<void> start_tls();
  Awaited<void> authenticate();
  Awaited<void> xoauth2();
  Awaited<void> login();

  Connection connection_;
  const device::MailServer& server_;
  ReplyParser parser_;
  Capabilities can_;
};

}  // namespace paneltwin::net::smtp
