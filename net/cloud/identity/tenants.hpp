// The first part of every address of the identity provider: a tenant by id or domain, or a set of them by alias.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "net/cloud/identity/aadsts.hpp"
#include "net/cloud/store/store.hpp"

namespace paneltwin::net::cloud {

struct Authority {
  enum class Kind { common, organizations, consumers, tenant };
  Kind kind = Kind::common;
  std::string tenant_id;  // of Kind::tenant and consumers; else empty

  [[nodiscard]] bool admits(const User& user) const;
  /// The tenant part of the issuer: an id, or the literal "{tenantid}".
  [[nodiscard]] std::string issuer_part() const { return tenant_id.empty() ? "{tenantid}" : tenant_id; }
};

/// Error: 90002.
std::expected<Authority, AadstsError> authority_named(Store& store, std::string_view name);

}  // namespace paneltwin::net::cloud
