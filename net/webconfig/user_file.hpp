// Users as a CSV file, both ways.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "device/accounts/user.hpp"

namespace paneltwin::net::webconfig {

/// Each line below the first as a user. What a row's columns leave out stays as `known` has it; without `Functions` a
/// new user has the usual ones. A row that makes none is invalid_value (the field, or "row"). Nothing when the first
/// line does not name a User ID column, or names one that there is not.
std::optional<std::vector<device::UserRow>> read_users(std::string_view file, const device::UserList& known);

/// All columns, in English, whatever the visitor speaks; passwords and ID numbers are left empty.
std::string write_users(const device::UserList& users);

}  // namespace paneltwin::net::webconfig
