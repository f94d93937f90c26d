// What OK on Web Config's e-mail server page does: settings, password and sign-in go into the store together.
#pragma once

#include <string>

#include "device/core.hpp"
#include "device/email/access_tokens.hpp"
#include "device/email/sign_ins.hpp"

namespace paneltwin::device {

class EmailSettings {
 public:
  EmailSettings(Core& core, SignIns& sign_ins, AccessTokens& tokens, std::string password)
      : core_(core), sign_ins_(sign_ins), tokens_(tokens), password_(std::move(password)) {}

  /// Failures: invalid_value (the field), not_found (no such attempt, or not signed in), store_failed.
  Result<void> store(const command::StoreEmailServer& command);
  Result<void> sign_out();
  /// Works out the effective_… members of the state.
  void tell_effective();
  [[nodiscard]] const std::string& password() const { return password_; }

 private:
  Core& core_;
  SignIns& sign_ins_;
  AccessTokens& tokens_;
  std::string password_;
};

}  // namespace paneltwin::device
