// The names under which the store keeps secrets.
#pragma once

#include <string_view>

namespace paneltwin::device::secret {

inline constexpr std::string_view administrator = "administrator";  // hash
inline constexpr std::string_view label_password = "label.password";
inline constexpr std::string_view email_password = "email.password";
inline constexpr std::string_view refresh_token = "sign_in.refresh_token";

}  // namespace paneltwin::device::secret
