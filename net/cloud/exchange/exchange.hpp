// The mail side of the tenant: checks who hands mail in, and puts it into mailboxes, durably.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "device/accounts/throttle.hpp"
#include "device/loop.hpp"
#include "net/cloud/exchange/smtp_session.hpp"
#include "net/cloud/identity/tokens.hpp"
#include "net/cloud/store/store.hpp"

namespace paneltwin::net::cloud {

/// Loop only.
class Exchange {
 public:
  Exchange(device::Loop& loop, const device::Clock& clock, Store& store, const Tokens& tokens)
      : loop_(loop), clock_(clock), store_(store), tokens_(tokens) {}

  /// `done` gets the user's id, or an empty one and the reply.
  void authenticate(Credentials credentials, const std::string& peer,
                    std::move_only_function<void(std::string user, std::string reply)> done);
  /// `done` gets the whole reply, positive only once the message is in the store.
  void submit(Submission submission, std::move_only_function<void(std::string reply)> done);
  void on_mail(std::function<void()> seen) { seen_ = std::move(seen); }

 private:
  void check_password(Credentials credentials, std::string peer,
                      std::move_only_function<void(std::string, std::string)> done);
  std::string deliver(const Submission& submission);

  device::Loop& loop_;
  const device::Clock& clock_;
  Store& store_;
  const Tokens& tokens_;
  device::Throttle throttle_;
  std::function<void()> seen_;
};

}  // namespace paneltwin::net::cloud
