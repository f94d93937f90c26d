// Whatever a client says to the submission server, and however it is cut: nobody sends without signing in, no message
// grows past its limit, and the talk is the same wherever the bytes were cut.
#include <cstdint>
#include <cstdlib>

#include "net/cloud/exchange/smtp_session.hpp"

namespace {

using namespace paneltwin::net::cloud;

constexpr SmtpLimits limits{.message_size = 2000, .recipients = 5, .command_line = 512, .auth_line = 1024};

SmtpHost host() {
  return {.front_end = "front.example",
          .mailbox = "mailbox.example",
          .session_id = "08DD0123456789AB",
          .client = "192.0.2.7",
          .now = [] { return paneltwin::device::Instant{}; }};
}

/// A connection after TLS: what is said before it is dropped at STARTTLS, so that there the cut does count.
class Talk {
 public:
  Talk() {
    session_.receive("EHLO printer\r\nSTARTTLS\r\n");
    static_cast<void>(session_.take_ask());
    session_.tls_started();
  }

  void say(std::string_view bytes) {
    session_.receive(bytes);
    for (;;) {
      seen_ += session_.take_output();
      const auto ask = session_.take_ask();
      if (!ask) return;
      answer(*ask);
    }
  }
  [[nodiscard]] const std::string& seen() const { return seen_; }

 private:
  void answer(const Ask& ask) {
    if (std::holds_alternative<AskTls>(ask)) std::abort();  // it is secured already
    if (const auto* token = std::get_if<AskToken>(&ask)) sign_in(token->user, token->token == "tok");
    if (const auto* login = std::get_if<AskPassword>(&ask)) sign_in(login->user, login->password == "word");
    if (const auto* mail = std::get_if<AskDelivery>(&ask)) {
      if (mailbox_.empty() || mail->mailbox != mailbox_ || mail->message.size() > limits.message_size) std::abort();
      seen_ += "{" + mail->message + "}";
      session_.delivered(std::string("<id>"));
    }
  }
  void sign_in(const std::string& user, bool right) {
    if (right) {
      mailbox_ = user;
      session_.signed_in(user);
    } else {
      session_.signed_in(std::unexpected(SignInRefusal::credentials));
    }
  }

  SmtpSession session_{host(), limits};
  std::string mailbox_, seen_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto cut = std::min<std::size_t>(data[0], bytes.size());
  Talk whole, cut_in_two;
  whole.say(bytes);
  cut_in_two.say(bytes.substr(0, cut));
  cut_in_two.say(bytes.substr(cut));
  if (whole.seen() != cut_in_two.seen()) std::abort();
  return 0;
}
