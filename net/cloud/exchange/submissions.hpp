// What becomes of a session's questions: sign-ins are checked, messages are kept. Messages that come at the same time
// share one transaction, and each is told of only once that is durable.
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "device/accounts/throttle.hpp"
#include "device/clock.hpp"
#include "net/cloud/exchange/sending_limits.hpp"
#include "net/cloud/exchange/smtp_session.hpp"
#include "net/cloud/exchange/submission_rules.hpp"
#include "net/cloud/mailbox/open_message.hpp"

namespace paneltwin::net::cloud {

/// Loop only.
class Submissions {
 public:
  using Delivered = std::expected<std::string, Undelivered>;
  template <class T>
  using Tell = std::move_only_function<void(T)>;

  /// What it is given must outlive it.
  Submissions(device::Loop& loop, device::Clock& clock, Store& store, const Tokens& tokens);
  ~Submissions();

  [[nodiscard]] SignedIn check(const AskToken& ask) const;
  /// The password is compared off the loop.
  void check(AskPassword ask, Tell<SignedIn> tell);
  /// Tells the Message-ID once the message is durable.
  void deliver(AskDelivery ask, Tell<Delivered> tell);
  /// Called after each message is durable, and when one shows that was held back.
  void on_mail(std::function<void()> seen) { seen_.push_back(std::move(seen)); }

 private:
  struct Ready {
    Mail mail;
    std::string source;
    std::vector<MailCopy> copies;
    Tell<Delivered> tell;
  };
  void take(const AskDelivery& ask, const MessageOutline& outline, Tell<Delivered> tell);
  void keep_all();
  /// Shows what is due, and sees to what is due next.
  void release();

  device::Loop& loop_;
  device::Clock& clock_;
  Store& store_;
  const Tokens& tokens_;
  device::Throttle throttle_;
  SendingLimits limits_{store_};
  std::optional<device::Clock::TimerId> timer_;
  std::vector<Ready> ready_;
  std::vector<std::function<void()>> seen_;
  std::shared_ptr<int> alive_ = std::make_shared<int>();
};

}  // namespace paneltwin::net::cloud
