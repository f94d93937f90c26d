// What the passwords of people who use the machine must be made of (Product Security > Password Policy).
#pragma once

#include <string_view>

#include "device/failure.hpp"
#include "device/settings/setting_values.hpp"

namespace paneltwin::device {

/// 8 to 20 printable ASCII characters, and what the settings password-… ask for. Failure: invalid_value, "next".
Result<void> check_new_password(std::string_view password, const Settings& settings);

}  // namespace paneltwin::device
