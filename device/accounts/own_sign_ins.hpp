// Users' own sign-ins: the way through the provider's pages at the panel, and the tokens that come of it, kept for each
// user as the machine's own are.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "device/accounts/users.hpp"
#include "device/core.hpp"
#include "device/email/access_tokens.hpp"
#include "device/flow.hpp"
#include "device/ports/identity.hpp"

namespace paneltwin::device {

class OwnSignIns {
 public:
  OwnSignIns(Core& core, Users& users) : core_(core), users_(users) {}
  ~OwnSignIns() { stop_.request_stop(); }
  OwnSignIns(const OwnSignIns&) = delete;
  OwnSignIns& operator=(const OwnSignIns&) = delete;

  /// For whoever is logged in; one that is under way ends. Failure: not_allowed, when nobody is.
  Result<void> begin();
  /// Failures: not_found, when no page waits for an answer; busy.
  Result<void> answer(PageAnswer answer);
  void end();

  [[nodiscard]] const User* user(UserNumber number) const { return users_.find(number); }
  /// Why nothing can be sent as this user: user_sign_in_needed.
  [[nodiscard]] Result<void> ready(UserNumber user) const;
  /// Failures: user_sign_in_needed, and the others of AccessTokens::obtain().
  void access(UserNumber user, AccessTokens::Done done);
  void distrust(UserNumber user);

 private:
  void ask(PageAnswer answer);
  void arrived(Result<PageStep> step);
  /// Looks whether the phone has answered, in a while.
  void look_again();
  void finish(Result<Tokens> tokens);
  void show(const std::function<void(OwnSignIn&)>& change);
  AccessTokens& tokens_of(UserNumber user);
  /// Does nothing once another sign-in has begun, or this one has ended.
  template <class Callback>
  auto while_under_way(Callback callback);

  Core& core_;
  Users& users_;
  UserNumber user_ = 0;
  EmailService service_{};
  std::string session_;  // of the provider's pages
  std::stop_source stop_;
  std::uint64_t attempt_ = 0;
  std::map<UserNumber, std::unique_ptr<AccessTokens>> tokens_;
};

}  // namespace paneltwin::device
