// Access tokens for a stored sign-in: in memory only, refreshed when one is needed and the last has run out. Nothing
// refreshes in the background: a sign-in that nobody uses expires (guide, "Troubleshooting").
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "device/core.hpp"

namespace paneltwin::device {

struct Access {
  std::string token;  // secret
  std::string account;
  bool fresh = false;  // refreshed for this very use
};

/// Where a sign-in is kept: that of one of the machine's mail servers, or of one of its users.
struct SignInHome {
  std::function<std::optional<StoredSignIn>()> sign_in;  // nothing: never signed in
  std::function<void()> has_expired;                     // keeps that, and shows it
  std::function<Result<void>(const std::string&)> keep;  // the refresh token; durable when it returns
};
/// That of the role's mail server, which the model has.
SignInHome machine_sign_in(Core& core, MailRole role);

class AccessTokens {
 public:
  using Done = std::move_only_function<void(Result<Access>)>;

  AccessTokens(Core& core, SignInHome home, std::string refresh_token)
      : core_(core), home_(std::move(home)), refresh_token_(std::move(refresh_token)) {}
  ~AccessTokens() { stop_.request_stop(); }
  AccessTokens(const AccessTokens&) = delete;
  AccessTokens& operator=(const AccessTokens&) = delete;

  /// Failures: not_signed_in, sign_in_expired (which is then kept), cloud_communication, dns, temporary, store_failed
  /// and what else the provider says.
  void obtain(Done done);
  /// The mail server did not take the token, however long it had to live.
  void distrust() { access_token_.clear(); }
  /// Another sign-in is stored now, or none.
  void replace(Tokens tokens);
  void forget() { replace({}); }

 private:
  void refresh();
  void refreshed(Result<Tokens> tokens);
  Result<Access> take(Tokens tokens);
  void answer(const Result<Access>& access);

  Core& core_;
  SignInHome home_;
  std::string refresh_token_, access_token_;
  Instant access_expires_{};
  std::vector<Done> waiting_;  // for the one refresh that is under way: a second would waste the first one's token
  std::stop_source stop_;
  std::uint64_t sign_in_ = 0;  // counts the sign-ins, to tell an answer for an old one
};

}  // namespace paneltwin::device
