// Which administrator may do what, after Entra's built-in roles.
#pragma once

#include <span>
#include <string_view>

#include "net/cloud/store/records.hpp"

namespace paneltwin::net::cloud {

enum class Right {
  enter,         // any role opens a centre
  mail_flow,     // Exchange: the organisation's settings
  email_apps,    // Microsoft 365: a mailbox's e-mail apps
  manage_users,  // add, block, reset passwords, sign out
  security,      // security defaults, Conditional Access
  applications,  // enterprise applications and their consents
  sign_in_log,
  assign_roles,  // Global Administrators only
};

/// Entra's names of the roles that this tenant knows.
std::span<const std::string_view> assignable_roles();

bool may(const User& user, Right right);
/// An account with a role is managed by Global Administrators only.
bool may_manage(const User& administrator, const User& other);

}  // namespace paneltwin::net::cloud
