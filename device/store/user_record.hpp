// A user as the store keeps it: what people see, and the secrets beside it.
#pragma once

#include <string>

#include "device/accounts/user.hpp"

namespace paneltwin::device {

struct UserRecord {
  User user;
  std::string password_hash;    // empty: cannot log in with a password
  std::string id_number_print;  // keyed fingerprint; empty: none
  std::string refresh_token;    // of the user's own sign-in
};

}  // namespace paneltwin::device
