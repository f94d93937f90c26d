#include "net/cloud/identity/tenants.hpp"

#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

bool Authority::admits(const User& user) const {
  switch (kind) {
    case Kind::common:
      return true;
    case Kind::organizations:
      return !user.personal();
    case Kind::consumers:
    case Kind::tenant:
      return user.tenant == tenant_id;
  }
  return false;
}

std::expected<Authority, AadstsError> authority_named(Store& store, std::string_view name) {
  const auto small = lower(name);
  if (small == "common") return Authority{Authority::Kind::common, ""};
  if (small == "organizations") return Authority{Authority::Kind::organizations, ""};
  if (small == "consumers" || small == personal_tenant) {
    return Authority{Authority::Kind::consumers, std::string(personal_tenant)};
  }
  const auto id = store.fact(fact::tenant_id);
  if (small == id || small == lower(store.fact(fact::tenant_domain))) return Authority{Authority::Kind::tenant, id};
  return std::unexpected(aadsts(90002, {name}));
}

}  // namespace paneltwin::net::cloud
