#include "net/cloud/exchange/submission_policy.hpp"

namespace paneltwin::net::cloud {

static std::string unsuccessful(const std::string& why) { return "535 5.7.139 Authentication unsuccessful, " + why; }

std::optional<std::string> submission_refusal(Store& store, const User& user, bool by_password) {
  if (by_password && (user.personal() || store.is_on(fact::basic_auth_off))) {
    return unsuccessful("basic authentication is disabled.");
  }
  if (user.personal()) return std::nullopt;
  const auto disabled = [](const std::string& what) {
    return unsuccessful("SmtpClientAuthentication is disabled for the " + what +
                        ". Visit https://aka.ms/smtp_auth_disabled for more information.");
  };
  if (user.smtp_auth_disabled.value_or(false)) return disabled("Mailbox");
  if (!user.smtp_auth_disabled && store.is_on(fact::smtp_auth_disabled)) return disabled("Tenant");
  if (by_password && store.is_on(fact::security_defaults)) {
    return unsuccessful("user is locked by your organization's security defaults policy. Contact your administrator.");
  }
  return std::nullopt;
}

TokenSignIn sign_in_by_token(Store& store, const Tokens& tokens, const std::string& user, const std::string& token) {
  auto owner = tokens.check_access(token, Resource::exchange, "SMTP.Send");
  if (!owner || !owner->owns(user)) return {std::nullopt, "535 5.7.3 Authentication unsuccessful"};
  if (auto refused = submission_refusal(store, *owner, false)) return {std::nullopt, std::move(*refused)};
  return {std::move(*owner), {}};
}

}  // namespace paneltwin::net::cloud
