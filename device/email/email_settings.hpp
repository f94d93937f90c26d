// What OK on Web Config's page of a mail server does: settings, password and sign-in go into the store together.
#pragma once

#include <string>

#include "device/core.hpp"
#include "device/email/access_tokens.hpp"
#include "device/email/sign_ins.hpp"

namespace paneltwin::device {

class EmailSettings {
 public:
  EmailSettings(Core& core, MailRole role, SignIns& sign_ins, AccessTokens& tokens, std::string password)
      : core_(core), role_(role), sign_ins_(sign_ins), tokens_(tokens), password_(std::move(password)) {}

  /// Failures: invalid_value (the field; method, where the server has no OAuth2), not_found (no such attempt, or not
  /// signed in), store_failed.
  Result<void> store(const command::StoreEmailServer& command);
  /// The same, to go into the store together with other changes.
  [[nodiscard]] Result<Prepared> prepare(const command::StoreEmailServer& command);
  Result<void> sign_out();
  /// Works out the effective_… members of the state.
  void tell_effective();
  [[nodiscard]] const std::string& password() const { return password_; }

 private:
  Core& core_;
  const MailRole role_;
  SignIns& sign_ins_;
  AccessTokens& tokens_;
  std::string password_;
};

}  // namespace paneltwin::device
