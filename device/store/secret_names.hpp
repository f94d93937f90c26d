// The names under which the store keeps secrets.
#pragma once

#include <string>
#include <string_view>

#include "device/email/mail_servers.hpp"

namespace paneltwin::device::secret {

inline constexpr std::string_view wifi_password = "wifi.password";
inline constexpr std::string_view administrator = "administrator";  // hash
inline constexpr std::string_view label_password = "label.password";
inline constexpr std::string_view users_key = "users.key";  // of the ID numbers' fingerprints
inline constexpr std::string_view email_password = "email.password";
inline constexpr std::string_view refresh_token = "sign_in.refresh_token";

/// The mail password or refresh token of one of the mail servers.
inline std::string of(MailRole role, std::string_view name) { return std::string(kept_under(role)).append(name); }

}  // namespace paneltwin::device::secret
