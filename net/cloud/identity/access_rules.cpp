#include "net/cloud/identity/access_rules.hpp"

#include <algorithm>

namespace paneltwin::net::cloud {

namespace {

bool applies(const AccessPolicy& policy, const User& user, SignInContext context) {
  const auto holds = [&](const auto& ids) { return std::ranges::find(ids, user.id) != ids.end(); };
  if (policy.device_code_only && !context.device_code) return false;
  return (policy.users.empty() || holds(policy.users)) && !holds(policy.excluded);
}

Access second_factor(const User& user) {
  return user.has_second_factor() ? Access::needs_second_factor : Access::needs_registration;
}

}  // namespace

Access access_for(Store& store, const User& user, SignInContext context, std::vector<std::string>* report_only) {
  if (user.personal()) return Access::allowed;
  Access access = Access::allowed;
  for (const auto& policy : store.policies()) {
    if (policy.state == AccessPolicy::State::off || !applies(policy, user, context)) continue;
    const bool satisfied = policy.control == AccessPolicy::Control::require_mfa && context.multi_factor;
    if (satisfied) continue;
    if (policy.state == AccessPolicy::State::report_only) {
      if (report_only) report_only->push_back(policy.name);
    } else if (policy.control == AccessPolicy::Control::block) {
      return Access::blocked;
    } else {
      access = second_factor(user);
    }
  }
  // Security defaults: all register, administrators use it each time.
  if (store.is_on(fact::security_defaults) && !context.multi_factor &&
      (!user.has_second_factor() || !user.roles.empty())) {
    access = second_factor(user);
  }
  return access;
}

std::optional<AadstsError> refusal(Access access, Resource resource) {
  switch (access) {
    case Access::allowed:
      return std::nullopt;
    case Access::blocked:
      return aadsts(53003);
    case Access::needs_second_factor:
      return aadsts(50076, {audience_of(resource)});
    case Access::needs_registration:
      return aadsts(50079, {audience_of(resource)});
  }
  return std::nullopt;
}

bool consented(Store& store, const User& user, std::string_view client_id, const Scopes& scopes) {
  const auto consents = store.consents();
  return std::ranges::all_of(scopes.in_full(), [&](const std::string& scope) {
    return std::ranges::any_of(consents, [&](const Consent& consent) {
      return consent.client_id == client_id && consent.scope == scope &&
             (consent.principal == user.id || (consent.principal.empty() && !user.personal()));
    });
  });
}

}  // namespace paneltwin::net::cloud
