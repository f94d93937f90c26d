// Who may submit mail: tokens and passwords against the switches that an administrator turns (SMTP AUTH of the
// organisation and of the mailbox, security defaults, basic authentication, Conditional Access).
#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>

#include "net/cloud/exchange/replies.hpp"
#include "net/cloud/identity/tokens.hpp"
#include "net/cloud/store/store.hpp"

namespace paneltwin::net::cloud {

/// The mailbox's primary address.
using SignedIn = std::expected<std::string, SignInRefusal>;

/// AUTH XOAUTH2. Loop only.
SignedIn check_token(Store& store, const Tokens& tokens, std::string_view address, std::string_view token,
                     device::Instant now);

/// AUTH LOGIN, all but the password: the user whose password is to be compared.
std::expected<User, SignInRefusal> check_login(Store& store, std::string_view address, device::Instant now);

/// What `sender` (envelope) and `from` (header) have against being sent by `mailbox`; nothing when they may be.
std::optional<std::string> send_as_denied(Store& store, const std::string& mailbox, const std::string& sender,
                                          const std::vector<std::string>& from);

}  // namespace paneltwin::net::cloud
