// Who may hand mail in, as the tenant's switches say; each refusal in the words of the real service.
#pragma once

#include <optional>
#include <string>

#include "net/cloud/identity/tokens.hpp"
#include "net/cloud/store/store.hpp"

namespace paneltwin::net::cloud {

/// "535 5.7.139 Authentication unsuccessful, …" when SMTP AUTH is switched off for this user: the mailbox's own setting
/// wins, without one the organisation's does. LOGIN (`by_password`) is refused also by security defaults and where
/// basic authentication is off; personal accounts have no LOGIN at all.
std::optional<std::string> submission_refusal(Store& store, const User& user, bool by_password);

/// The same for a token: "535 5.7.3 …" when it is not good, or not `user`'s.
struct TokenSignIn {
  std::optional<User> user;
  std::string reply;  // when refused
};
TokenSignIn sign_in_by_token(Store& store, const Tokens& tokens, const std::string& user, const std::string& token);

}  // namespace paneltwin::net::cloud
