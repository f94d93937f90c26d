// The mail servers that this model has, each with its settings, its sign-in and its tokens.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "device/email/mail_account.hpp"

namespace paneltwin::device {

/// What the store keeps of a mail server.
struct KeptMailServer {
  EmailServerSettings settings;
  std::optional<StoredSignIn> sign_in;
  std::string password, refresh_token;  // secrets
};

class MailAccounts {
 public:
  MailAccounts(Core& core, SignIns& sign_ins, OwnSignIns& own) : core_(core), sign_ins_(sign_ins), own_(own) {}

  /// Those of `kept` that the state has a server for, and that were not there before.
  void take_up(const std::map<MailRole, KeptMailServer>& kept);

  struct One {
    One(Core& core, MailRole role, SignIns& sign_ins, OwnSignIns& own, const KeptMailServer& kept)
        : tokens(core, machine_sign_in(core, role), kept.refresh_token),
          settings(core, role, sign_ins, tokens, kept.password),
          account(core, role, settings, tokens, own) {}
    AccessTokens tokens;
    EmailSettings settings;
    MailAccount account;
  };
  /// Nothing where the model has no such server.
  [[nodiscard]] One* find(MailRole role);
  /// The server must be there.
  [[nodiscard]] MailAccount& account(MailRole role) { return accounts_.at(role)->account; }

 private:
  Core& core_;
  SignIns& sign_ins_;
  OwnSignIns& own_;
  std::map<MailRole, std::unique_ptr<One>> accounts_;
};

}  // namespace paneltwin::device
