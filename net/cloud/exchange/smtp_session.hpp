// One submission session as Exchange Online holds it (RFC 5321, 6409, 3207, 4954, 3030): bytes in, replies out, without
// sockets. What others decide (TLS, who may sign in, where a message goes) it asks for, and waits.
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "net/cloud/exchange/data_receiver.hpp"
#include "net/cloud/exchange/envelope.hpp"
#include "net/cloud/exchange/replies.hpp"

namespace paneltwin::net::cloud {

struct SmtpLimits {
  std::uint64_t announced_size = 157286400;  // bytes; SIZE in EHLO
  std::size_t message_size = 36700160;       // bytes; a mailbox's own limit (35 MB), told at the end of the message
  std::size_t recipients = 500;              // of one message
  std::size_t command_line = 4096;           // bytes with CR LF
  std::size_t auth_line = 12288;             // RFC 4954 4
  int protocol_errors = 5, failed_sign_ins = 3;
};

struct AskTls {};
struct AskToken {
  std::string user, token;
};
struct AskPassword {
  std::string user, password;
};
struct AskDelivery {
  std::string mailbox;        // as signed in
  std::string_view protocol;  // "XOAUTH2" or "LOGIN"
  Envelope envelope;
  std::string message;
};
using Ask = std::variant<AskTls, AskToken, AskPassword, AskDelivery>;

struct Undelivered {
  DeliveryRefusal why = DeliveryRefusal::unavailable;
  std::string detail;
};

class SmtpSession {
 public:
  SmtpSession(SmtpHost host, SmtpLimits limits = {});

  /// Bytes from the client. While an ask is open they wait.
  void receive(std::string_view bytes);
  /// What to send now; send it before an ask is seen to.
  std::string take_output() { return std::exchange(output_, {}); }
  /// What somebody else is to decide; nothing when there is nothing, or when it was taken already.
  std::optional<Ask> take_ask() { return std::exchange(ask_, std::nullopt); }

  /// Answers to the asks, in kind.
  void tls_started();
  void signed_in(std::expected<std::string, SignInRefusal> mailbox);
  void delivered(std::expected<std::string, Undelivered> message_id);

  /// The output is the last; then the connection ends.
  [[nodiscard]] bool closing() const { return closing_; }
  /// Says why, and closes.
  void close(SmtpReply reason);

 private:
  enum class Mode { command, auth_xoauth2, auth_user, auth_password, data, chunk, waiting };

  void go_on();
  bool take_line();
  void command(std::string_view line);
  void hello(std::string_view verb, std::string_view name);
  void start_tls(std::string_view argument);
  void auth(std::string_view argument);
  void auth_line(std::string_view line);
  void xoauth2(std::string_view encoded);
  void login_user(std::string_view encoded);
  void mail(std::string_view argument);
  void rcpt(std::string_view argument);
  void data(std::string_view argument);
  void bdat(std::string_view argument);
  void take_data();
  void take_chunk();
  void message_complete(std::string message);
  void ask(Ask question);
  void reset();
  void say(std::string_view text) { output_ += text; }
  void refuse(SmtpReply reply) { refuse(text_of(reply, host_)); }
  void refuse(std::string_view text);

  SmtpHost host_;
  SmtpLimits limits_;
  std::string input_, output_;
  std::size_t used_ = 0;  // of input_
  std::optional<Ask> ask_;
  Mode mode_ = Mode::command;
  bool skipping_line_ = false, closing_ = false;

  bool greeted_ = false, secured_ = false;
  std::string mailbox_;        // empty: nobody signed in
  std::string_view protocol_;  // how they did
  std::string login_name_;
  int errors_ = 0, failed_sign_ins_ = 0;

  std::optional<Envelope> envelope_;
  std::optional<DataReceiver> data_;
  std::string chunks_;  // of BDAT
  std::uint64_t chunk_left_ = 0, chunk_size_ = 0;
  bool chunking_ = false, chunk_last_ = false, chunk_refused_ = false, chunks_too_large_ = false;
};

}  // namespace paneltwin::net::cloud
