#include "net/cloud/identity/scopes.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/ranges.h>

#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

namespace {

struct Front {
  std::string_view url;
  Resource resource;
};
constexpr Front fronts[] = {
    {"https://outlook.office.com/", Resource::exchange},
    {"https://outlook.office365.com/", Resource::exchange},
    {"https://partner.outlook.cn/", Resource::exchange},
    {"https://graph.microsoft.com/", Resource::graph},
    {"https://microsoftgraph.chinacloudapi.cn/", Resource::graph},
};

constexpr std::array<std::string_view, 6> exchange_permissions{
    "SMTP.Send", "IMAP.AccessAsUser.All", "POP.AccessAsUser.All", "Mail.Read", "Mail.ReadWrite", "Mail.Send"};
constexpr std::array<std::string_view, 6> graph_permissions{"User.Read",      "Mail.Read", "Mail.ReadWrite",
                                                            "Mail.ReadBasic", "Mail.Send", "SMTP.Send"};
constexpr std::string_view everything = ".default";
constexpr std::size_t longest_scopes = 4096;

std::optional<std::string_view> known(Resource resource, std::string_view permission) {
  const auto find = [&](const auto& permissions) -> std::optional<std::string_view> {
    const auto found =
        std::ranges::find_if(permissions, [&](auto other) { return equal_without_case(other, permission); });
    return found == permissions.end() ? std::nullopt : std::optional(*found);
  };
  return resource == Resource::exchange ? find(exchange_permissions) : find(graph_permissions);
}

void add(std::vector<std::string>& list, std::string_view item) {
  if (std::ranges::find(list, item) == list.end()) list.emplace_back(item);
}

/// Takes a scope of OpenID Connect; false when `word` is none.
bool take_openid(Scopes& scopes, std::string_view word) {
  for (const auto& [name, flag] : {std::pair{"openid", &Scopes::openid},
                                   {"profile", &Scopes::profile},
                                   {"email", &Scopes::email},
                                   {"offline_access", &Scopes::offline_access}}) {
    if (!equal_without_case(word, name)) continue;
    scopes.*flag = true;
    return true;
  }
  return false;
}

}  // namespace

std::string_view audience_of(Resource resource) {
  return resource == Resource::exchange ? "https://outlook.office.com" : "https://graph.microsoft.com";
}

std::vector<std::string> Scopes::in_full() const {
  std::vector<std::string> list;
  list.reserve(permissions.size() + 4);
  for (const auto& permission : permissions) list.push_back(fmt::format("{}/{}", audience_of(resource), permission));
  if (openid) list.emplace_back("openid");
  if (profile) list.emplace_back("profile");
  if (email) list.emplace_back("email");
  if (offline_access) list.emplace_back("offline_access");
  return list;
}

std::string Scopes::text() const { return fmt::format("{}", fmt::join(in_full(), " ")); }

std::string Scopes::granted() const {
  Scopes shown = *this;
  shown.offline_access = false;
  return shown.text();
}

std::expected<Scopes, AadstsError> parse_scopes(std::string_view text, std::string_view application_name) {
  if (trimmed(text).empty()) return std::unexpected(aadsts(900144, {"scope"}));
  if (text.size() > longest_scopes) return std::unexpected(aadsts(9002313));
  Scopes scopes;
  std::optional<Resource> resource;
  for (std::string_view rest = text; !rest.empty();) {
    const auto end = std::min(rest.find_first_of(" +\t\r\n"), rest.size());
    std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (word.empty() || take_openid(scopes, word)) continue;
    Resource its = Resource::graph;
    const auto whole = word;
    const auto* front =
        std::ranges::find_if(fronts, [&](const Front& one) { return lower(word).starts_with(one.url); });
    if (front != std::end(fronts)) {
      its = front->resource;
      word.remove_prefix(front->url.size());
      if (word.starts_with('/')) word.remove_prefix(1);
    } else if (word.find("://") != std::string_view::npos) {
      return std::unexpected(aadsts(70011, {whole}));
    }
    if (resource && *resource != its) return std::unexpected(aadsts(700022, {text}));
    resource = its;
    if (word == everything) {
      if (its == Resource::exchange) add(scopes.permissions, "SMTP.Send");
      continue;
    }
    const auto permission = known(its, word);
    if (!permission) return std::unexpected(aadsts(650053, {application_name, word, audience_of(its)}));
    add(scopes.permissions, *permission);
  }
  scopes.resource = resource.value_or(Resource::graph);
  if (scopes.permissions.empty())
    add(scopes.permissions, scopes.resource == Resource::graph ? "User.Read" : "SMTP.Send");
  return scopes;
}

}  // namespace paneltwin::net::cloud
