// One client's talk with the submission service, without sockets: bytes in, replies and wishes out. It answers as
// Exchange Online does (RFC 5321, 3207, 4954, 1870, 3030, 3461, 6531); what cannot be decided here is asked for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "device/clock.hpp"

namespace paneltwin::net::cloud {

/// A message as it was handed in.
struct Submission {
  std::string user;    // id of who is signed in
  std::string sender;  // MAIL FROM; may be empty
  std::vector<std::string> recipients;
  std::string source;  // lines end in CRLF, dots unstuffed
};

struct Credentials {
  enum class Kind { token, password };
  Kind kind{};
  std::string user, secret;
};

class SmtpSession {
 public:
  // What the session cannot go on without.
  struct NeedBytes {};
  struct StartTls {};  // flush the output, secure, then secured()
  struct Close {};     // flush the output, hang up
  using Wish = std::variant<NeedBytes, StartTls, Close, Credentials, Submission>;

  struct Options {
    std::string host = "AM9P190CA0024.outlook.office365.com";
    std::string client = "127.0.0.1";
    std::string id = "08DD84B323498C1A";       // in replies, as the real service's traces are named
    std::uint64_t size_limit = 157'286'400;    // told with EHLO
    std::uint64_t message_limit = 36'700'160;  // taken in the end: 35 MB
    std::size_t recipient_limit = 500;
    int error_limit = 20;  // wrong commands in one talk
  };

  SmtpSession(const device::Clock& clock, Options options);

  void feed(std::string_view bytes) { input_ += bytes; }
  /// Works through what came in, up to the next wish.
  Wish next();
  [[nodiscard]] std::string take_output();

  void secured();
  /// `user` empty: refused with `reply`, the words after the host's own trace are added.
  void authenticated(std::string user, std::string reply);
  /// The whole reply, without line end.
  void submitted(std::string reply);
  [[nodiscard]] const std::string& user() const { return user_; }
  /// " [HOST 2026-11-23T09:30:00.000Z ID]", as the real service ends its replies.
  [[nodiscard]] std::string trace() const;

 private:
  enum class Mode { command, token, login_name, login_password, data, chunk };

  void say(std::string_view line);
  void wrong(std::string_view line);
  [[nodiscard]] bool take_line(std::string& line, std::size_t limit);
  bool take_input(Wish& wish);
  bool take_data(Wish& wish);
  bool take_chunk(Wish& wish);
  bool submit(Wish& wish);
  bool command(const std::string& line, Wish& wish);
  void ehlo(std::string_view name, bool extended);
  bool auth(std::string_view arguments, Wish& wish);
  bool answer(const std::string& line, Wish& wish);
  bool token(std::string_view encoded, Wish& wish);
  void mail(std::string_view arguments);
  void recipient(std::string_view arguments);
  void bdat(std::string_view arguments);
  void reset();

  const device::Clock& clock_;
  Options options_;
  Mode mode_ = Mode::command;
  std::string input_, output_;
  bool secure_ = false, greeted_ = false, has_sender_ = false, closing_ = false, too_long_ = false;
  bool bare_line_feed_ = false, too_large_ = false, chunked_ = false, last_chunk_ = false;
  int errors_ = 0;
  std::uint64_t chunk_left_ = 0;
  std::string user_, login_name_;
  Submission message_;
};

}  // namespace paneltwin::net::cloud
