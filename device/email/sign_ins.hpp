// Sign-ins under way from Web Config pages (RFC 8628 device grant). Nothing of them is stored before OK.
#pragma once

#include <map>
#include <optional>
#include <stop_token>

#include "device/core.hpp"
#include "device/flow.hpp"

namespace paneltwin::device {

/// A sign-in is of use only with an account to send as, and a refresh token to go on with. Failure:
/// provider_misconfigured.
Result<Tokens> usable(Result<Tokens> tokens);

class SignIns {
 public:
  explicit SignIns(Core& core) : core_(core) {}
  ~SignIns();
  SignIns(const SignIns&) = delete;
  SignIns& operator=(const SignIns&) = delete;

  /// Of the eight that may be under way at a time, the oldest gives way.
  SignInId begin(MailRole role, EmailService service);
  /// False when there is none of this number.
  bool cancel(SignInId id);
  /// The tokens of an attempt for `role` that is signed_in to `service`; nothing else has any.
  [[nodiscard]] std::optional<Tokens> tokens(SignInId id, MailRole role, EmailService service) const;
  void forget_all();

 private:
  struct UnderWay {
    MailRole role{};
    std::stop_source stop;
    std::optional<Clock::TimerId> end;  // when a finished one is forgotten
    Tokens tokens;
  };
  void finish(SignInId id, Result<Tokens> tokens);
  [[nodiscard]] std::vector<SignInAttempt>& shown(SignInId id);
  /// Changes what the snapshot shows of it, and publishes.
  void show(SignInId id, const std::function<void(SignInAttempt&)>& change);

  Core& core_;
  SignInId last_ = 0;
  std::map<SignInId, UnderWay> under_way_;
};

}  // namespace paneltwin::device
