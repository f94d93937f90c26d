// Port: how a message leaves the machine. net/smtp implements it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "device/clock.hpp"
#include "device/email/email_server.hpp"
#include "device/failure.hpp"

namespace paneltwin::device {

struct MailServer {
  enum class Authentication { none, login, xoauth2, pop_before_smtp };
  std::string host;
  std::uint16_t port = 25;
  Security security = Security::none;
  bool validate_certificate = true;
  Authentication authentication = Authentication::none;
  std::string user;
  std::string secret;  // password or access token
  std::string pop3_host;
  std::uint16_t pop3_port = 110;
  bool on_additional_network = false;  // it is reached through that one
};

struct MailMessage {
  std::string message_id;  // without angle brackets; kept over a resend
  Instant date{};
  std::string from;
  std::vector<std::string> to;
  std::string subject, body;  // UTF-8
  struct Attachment {
    std::string name, media_type;
    std::filesystem::path file;
  };
  std::vector<Attachment> attachments;
};

struct MailReceipt {
  std::string reply;  // the server's last words
};

/// Every call ends in exactly one `done`, on the loop. Names are looked up, certificates checked, at the clock's time.
class MailTransport {
 public:
  virtual ~MailTransport() = default;
  /// `about_to_commit` is called on the loop just before the end of data is sent: past it nobody can tell whether the
  /// message went when the connection breaks. Failures: every kind of the "wires" group, too_large, canceled.
  virtual void send(MailServer server, MailMessage message, std::move_only_function<void()> about_to_commit,
                    std::stop_token stop, std::move_only_function<void(Result<MailReceipt>)> done) = 0;
  /// Connects, secures, authenticates, offers `sender` as MAIL FROM, and leaves without sending.
  virtual void test(MailServer server, std::string sender, std::stop_token stop,
                    std::move_only_function<void(Result<void>)> done) = 0;
};

}  // namespace paneltwin::device
