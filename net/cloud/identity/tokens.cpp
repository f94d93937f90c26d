#include "net/cloud/identity/tokens.hpp"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/ranges.h>

#include "device/random.hpp"
#include "net/cloud/identity/ids.hpp"
#include "net/cloud/store/times.hpp"

namespace paneltwin::net::cloud {

namespace json = boost::json;

namespace {

// Source: "Access tokens in the Microsoft identity platform": a random value of 60 to 90 minutes.
constexpr int shortest_life = 3600, longest_life = 5400;
constexpr int id_token_life = 3600;
constexpr std::string_view refresh_purpose = "refresh", personal_purpose = "personal access";
// So begin the real ones.
constexpr std::string_view work_refresh_front = "1.AX", personal_refresh_front = "M.C5xx_",
                           personal_access_front = "EwB";

std::int64_t seconds(Instant at) { return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count(); }

std::int64_t random_life() {
  const auto bytes = device::random_bytes(2);
  const unsigned number = static_cast<unsigned char>(bytes[0]) * 256u + static_cast<unsigned char>(bytes[1]);
  return shortest_life + static_cast<std::int64_t>(number % (longest_life - shortest_life + 1));
}

/// Role templates of the directory.
json::array role_ids(const User& user) {
  constexpr std::pair<std::string_view, std::string_view> templates[] = {
      {global_administrator, "62e90394-69f5-4237-9190-012177145e10"},
      {"Cloud Application Administrator", "158c047a-c907-4556-b7ef-446551a6b5f7"},
      {"Application Administrator", "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3"},
      {"Exchange Administrator", "29232cdf-9323-42fd-ade2-1d097af3e4de"},
      {"Security Administrator", "194ae4cb-b126-40b2-bd5b-6091b380977d"},
  };
  json::array ids;
  for (const auto& [role, id] : templates) {
    if (user.has_role(role)) ids.emplace_back(id);
  }
  ids.emplace_back("b79fbf4d-3ef9-4689-8143-76b194e85509");  // any member
  return ids;
}

json::array methods(SignInContext context) {
  json::array methods{"pwd"};
  if (context.multi_factor) methods.emplace_back("mfa");
  return methods;
}

std::string pairwise_subject(const Grant& grant) {
  return base64url(sha256(fmt::format("sub {} {}", grant.user.id, grant.client_id)));
}

/// Graph's tokens name the scopes of OpenID Connect too: its /oidc/userinfo asks for them.
std::string permissions_in(const Scopes& scopes) {
  auto names = scopes.permissions;
  if (scopes.resource == Resource::graph) {
    if (scopes.openid) names.emplace_back("openid");
    if (scopes.profile) names.emplace_back("profile");
    if (scopes.email) names.emplace_back("email");
  }
  return fmt::format("{}", fmt::join(names, " "));
}

std::string_view string_in(const json::object& claims, std::string_view name) {
  const auto* value = claims.if_contains(name);
  return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

std::int64_t number_in(const json::object& claims, std::string_view name) {
  const auto* value = claims.if_contains(name);
  return value && value->is_int64() ? value->get_int64() : 0;
}

bool has_word(std::string_view words, std::string_view word) {
  return fmt::format(" {} ", words).find(fmt::format(" {} ", word)) != std::string::npos;
}

}  // namespace

std::string Tokens::access_token(const Grant& grant, std::string_view origin, std::int64_t now,
                                 std::int64_t lifetime) const {
  const User& user = grant.user;
  const json::object claims{
      {"aud", audience_of(grant.scopes.resource)},
      {"iss", fmt::format("{}/{}/", origin, user.tenant)},
      {"iat", now},
      {"nbf", now},
      {"exp", now + lifetime},
      {"acct", 0},
      {"acr", "1"},
      {"aio", new_secret(24)},
      {"amr", methods(grant.context)},
      {"app_displayname", grant.application_name},
      {"appid", grant.client_id},
      {"appidacr", "0"},
      {"family_name", user.family_name},
      {"given_name", user.given_name},
      {"idtyp", "user"},
      {"name", user.name},
      {"oid", user.id},
      {"scp", permissions_in(grant.scopes)},
      {"sub", pairwise_subject(grant)},
      {"tid", user.tenant},
      {"unique_name", user.address},
      {"upn", user.address},
      {"uti", new_secret(16)},
      {"ver", "1.0"},
      {"wids", role_ids(user)},
  };
  if (!user.personal()) return key_.sign(claims);
  return std::string(personal_access_front) + box_.seal(personal_purpose, json::serialize(claims));
}

std::string Tokens::id_token(const Grant& grant, std::string_view origin, std::int64_t now) const {
  const User& user = grant.user;
  json::object claims{
      {"aud", grant.client_id},
      {"iss", fmt::format("{}/{}/v2.0", origin, user.tenant)},
      {"iat", now},
      {"nbf", now},
      {"exp", now + id_token_life},
      {"oid", user.id},
      {"sub", pairwise_subject(grant)},
      {"tid", user.tenant},
      {"uti", new_secret(16)},
      {"ver", "2.0"},
  };
  if (grant.scopes.profile) {
    claims["name"] = user.name;
    claims["preferred_username"] = user.address;
  }
  if (grant.scopes.email) claims["email"] = user.address;
  if (!grant.nonce.empty()) claims["nonce"] = grant.nonce;
  return key_.sign(claims);
}

json::object Tokens::issue(const Grant& grant, std::string_view origin, bool client_info) const {
  const auto now = clock_.now();
  const auto lifetime = random_life();
  json::object answer{
      {"token_type", "Bearer"},
      {"scope", grant.scopes.granted()},
      {"expires_in", lifetime},
      {"ext_expires_in", lifetime},
      {"access_token", access_token(grant, origin, seconds(now), lifetime)},
  };
  if (grant.scopes.offline_access) {
    const auto front = grant.user.personal() ? personal_refresh_front : work_refresh_front;
    const json::array content{
        grant.user.id, grant.client_id,           grant.scopes.text(),       grant.user.generation,
        kept(now),     grant.context.device_code, grant.context.multi_factor};
    answer["refresh_token"] = std::string(front) + box_.seal(refresh_purpose, json::serialize(content));
  }
  if (grant.scopes.openid) answer["id_token"] = id_token(grant, origin, seconds(now));
  if (client_info) {
    answer["client_info"] =
        base64url(json::serialize(json::object{{"uid", grant.user.id}, {"utid", grant.user.tenant}}));
  }
  return answer;
}

std::optional<RefreshToken> Tokens::read_refresh(std::string_view token) const {
  for (const auto front : {work_refresh_front, personal_refresh_front}) {
    if (!token.starts_with(front)) continue;
    const auto content = box_.open(refresh_purpose, token.substr(front.size()));
    if (!content) return std::nullopt;
    // Sealed by us, so of our own form.
    const auto list = json::parse(*content).as_array();
    return RefreshToken{.user = std::string(list.at(0).as_string()),
                        .client_id = std::string(list.at(1).as_string()),
                        .scope = std::string(list.at(2).as_string()),
                        .generation = static_cast<int>(list.at(3).as_int64()),
                        .issued_at = instant(list.at(4).as_int64()),
                        .context = {.device_code = list.at(5).as_bool(), .multi_factor = list.at(6).as_bool()}};
  }
  return std::nullopt;
}

std::optional<json::object> Tokens::claims_in(std::string_view access_token) const {
  if (!access_token.starts_with(personal_access_front)) return key_.verify(access_token);
  const auto content = box_.open(personal_purpose, access_token.substr(personal_access_front.size()));
  return content ? std::optional(json::parse(*content).as_object()) : std::nullopt;
}

std::expected<User, TokenFault> Tokens::check_access(std::string_view token, Resource resource,
                                                     std::span<const std::string_view> permissions) const {
  const auto claims = claims_in(token);
  if (!claims) return std::unexpected(TokenFault::malformed);
  const auto now = seconds(clock_.now());
  if (now >= number_in(*claims, "exp")) return std::unexpected(TokenFault::expired);
  if (now < number_in(*claims, "nbf")) return std::unexpected(TokenFault::not_yet_valid);
  if (string_in(*claims, "aud") != audience_of(resource)) return std::unexpected(TokenFault::wrong_audience);
  const auto granted = string_in(*claims, "scp");
  if (std::ranges::none_of(permissions, [&](auto permission) { return has_word(granted, permission); }))
    return std::unexpected(TokenFault::missing_permission);
  auto user = store_.user(string_in(*claims, "oid"));
  if (!user) return std::unexpected(TokenFault::unknown_user);
  if (!user->enabled) return std::unexpected(TokenFault::disabled);
  return std::move(*user);
}

}  // namespace paneltwin::net::cloud
