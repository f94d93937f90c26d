// The mail server as it is to be spoken to now: the stored settings, with a token that is good.
#pragma once

#include <functional>
#include <stop_token>

#include "device/accounts/own_sign_ins.hpp"
#include "device/core.hpp"
#include "device/email/access_tokens.hpp"
#include "device/email/email_settings.hpp"

namespace paneltwin::device {

/// Everything that it takes to send.
struct MailAccess {
  MailServer server;
  std::string sender;
  bool token_may_be_stale = false;  // an older token was used; a refused one is worth another try
};

class MailAccount {
 public:
  MailAccount(Core& core, MailRole role, EmailSettings& settings, AccessTokens& tokens, OwnSignIns& own)
      : core_(core), role_(role), settings_(settings), tokens_(tokens), own_(own) {}
  ~MailAccount() { stop_.request_stop(); }
  MailAccount(const MailAccount&) = delete;
  MailAccount& operator=(const MailAccount&) = delete;

  /// Whose address mail is sent from: a user's number, or the machine's own.
  using Sender = UserNumber;
  static constexpr Sender machine = 0;

  /// Why nothing can be sent as things are: email_server_off, not_signed_in, sign_in_expired, user_sign_in_needed.
  [[nodiscard]] Result<void> ready(Sender sender = machine) const;
  /// The sender's address, as far as it is known before sending.
  [[nodiscard]] std::string address_of(Sender sender) const;
  /// Failures: those of ready() and of AccessTokens::obtain().
  void access(Sender sender, std::move_only_function<void(Result<MailAccess>)> done);
  void distrust_token(Sender sender);
  /// Web Config's Connection Test. Failure: also busy, while another test runs.
  void test(Reply reply);

 private:
  [[nodiscard]] const EmailServer& email() const;

  Core& core_;
  const MailRole role_;
  EmailSettings& settings_;
  AccessTokens& tokens_;
  OwnSignIns& own_;
  std::stop_source stop_;
  bool testing_ = false;
};

}  // namespace paneltwin::device
