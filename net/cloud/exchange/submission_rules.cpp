#include "net/cloud/exchange/submission_rules.hpp"

#include <array>

#include <fmt/format.h>

#include "net/cloud/exchange/smtp_auth_switches.hpp"
#include "net/cloud/identity/access_rules.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::string_view permission = "SMTP.Send";

/// The mailbox's own setting wins; without one the organisation's counts (Set-CASMailbox, Set-TransportConfig).
std::optional<SignInRefusal> switched_off(Store& store, const User& user, device::Instant now) {
  if (user.personal()) return std::nullopt;
  // Sources dispute whether security defaults stop XOAUTH2 as well; the guide asks to turn them off for it.
  if (store.is_on(fact::security_defaults)) return SignInRefusal::security_defaults;
  if (const auto own = mailbox_is_off(store, user, now))
    return *own ? std::optional(SignInRefusal::mailbox_disabled) : std::nullopt;
  return organization_is_off(store, now) ? std::optional(SignInRefusal::tenant_disabled) : std::nullopt;
}

}  // namespace

SignedIn check_token(Store& store, const Tokens& tokens, std::string_view address, std::string_view token,
                     device::Instant now) {
  const auto user = tokens.check_access(token, Resource::exchange, std::array{permission});
  if (!user || !user->owns(address)) return std::unexpected(SignInRefusal::credentials);
  if (const auto off = switched_off(store, *user, now)) return std::unexpected(*off);
  return user->address;
}

std::expected<User, SignInRefusal> check_login(Store& store, std::string_view address, device::Instant now) {
  auto user = store.user_with_address(address);
  if (!user) return std::unexpected(SignInRefusal::wrong_password);
  if (user->personal() || store.is_on(fact::basic_auth_off)) return std::unexpected(SignInRefusal::basic_disabled);
  if (const auto off = switched_off(store, *user, now)) return std::unexpected(*off);
  if (!user->enabled || user->locked_until > now) return std::unexpected(SignInRefusal::locked);
  if (access_for(store, *user, {}) != Access::allowed) return std::unexpected(SignInRefusal::policy);
  return std::move(*user);
}

std::optional<std::string> send_as_denied(Store& store, const std::string& mailbox, const std::string& sender,
                                          const std::vector<std::string>& from) {
  const auto user = store.user_with_address(mailbox);
  const auto denied = [&](const std::string& other) {
    return fmt::format("{} not allowed to send as {}", mailbox, other);
  };
  if (!user || !user->owns(sender)) return denied(sender);
  for (const auto& other : from) {
    if (!user->owns(other)) return denied(other);
  }
  return std::nullopt;
}

}  // namespace paneltwin::net::cloud
