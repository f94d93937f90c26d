#include "net/cloud/admin/rights.hpp"

#include <algorithm>
#include <array>

namespace paneltwin::net::cloud {

namespace {

struct RightOfRole {
  Right right;
  std::string_view role;
};
constexpr auto grants = std::to_array<RightOfRole>({{Right::mail_flow, "Exchange Administrator"},
                                                    {Right::email_apps, "Exchange Administrator"},
                                                    {Right::manage_users, "User Administrator"},
                                                    {Right::security, "Security Administrator"},
                                                    {Right::security, "Conditional Access Administrator"},
                                                    {Right::applications, "Cloud Application Administrator"},
                                                    {Right::applications, "Application Administrator"},
                                                    {Right::sign_in_log, "Security Administrator"},
                                                    {Right::sign_in_log, "Cloud Application Administrator"}});

constexpr auto roles = std::to_array<std::string_view>(
    {global_administrator, "Exchange Administrator", "User Administrator", "Security Administrator",
     "Conditional Access Administrator", "Cloud Application Administrator", "Application Administrator"});

}  // namespace

std::span<const std::string_view> assignable_roles() { return roles; }

bool may(const User& user, Right right) {
  if (user.personal() || !user.enabled) return false;
  if (right == Right::enter) return !user.roles.empty();
  return user.has_role(global_administrator) || std::ranges::any_of(grants, [&](const RightOfRole& grant) {
           return grant.right == right && user.has_role(grant.role);
         });
}

bool may_manage(const User& administrator, const User& other) {
  return may(administrator, Right::manage_users) &&
         (other.roles.empty() || administrator.has_role(global_administrator));
}

}  // namespace paneltwin::net::cloud
