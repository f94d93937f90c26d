#include "net/cloud/identity/authorize_request.hpp"

#include <algorithm>
#include <optional>

#include "net/cloud/identity/tenants.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::size_t shortest_challenge = 43, longest_challenge = 128;  // RFC 7636, 4.2

std::string given(const http::Fields& fields, std::string_view name) {
  return http::value_of(fields, name).value_or("");
}

/// What every request of a browser has: application, where to return to, scopes.
std::expected<SignIn, AadstsError> read_common(Store& store, const std::string& tenant, const http::Fields& fields,
                                               std::string_view default_scope) {
  if (const auto authority = authority_named(store, tenant); !authority) return std::unexpected(authority.error());
  const auto client = given(fields, "client_id");
  if (client.empty()) return std::unexpected(aadsts(900144, {"client_id"}));
  const auto application = store.application(client);
  if (!application) return std::unexpected(aadsts(700016, {client, tenant}));
  const auto uri = given(fields, "redirect_uri");
  if (uri.empty()) return std::unexpected(aadsts(900971));
  if (!may_return_to(*application, uri)) return std::unexpected(aadsts(50011, {uri, application->client_id}));
  const auto asked = given(fields, "scope");
  auto scopes = parse_scopes(asked.empty() ? default_scope : std::string_view(asked), application->name);
  if (!scopes) return std::unexpected(scopes.error());
  return SignIn{.tenant = tenant,
                .client_id = application->client_id,
                .application_name = application->name,
                .publisher = application->publisher,
                .scopes = std::move(*scopes),
                .redirect_uri = uri,
                .state = given(fields, "state")};
}

}  // namespace

bool may_return_to(const Application& application, std::string_view uri) {
  return std::ranges::any_of(application.redirect_uris, [&](std::string_view registered) {
    if (uri == registered) return true;
    if (registered != "http://localhost" || !uri.starts_with(registered)) return false;
    const auto rest = uri.substr(registered.size());
    return rest.front() == '/' ||
           (rest.front() == ':' &&
            rest.substr(1, rest.find('/') - 1).find_first_not_of("0123456789") == std::string_view::npos);
  });
}

std::expected<SignIn, AadstsError> read_authorize_request(Store& store, const std::string& tenant,
                                                          const http::Fields& fields) {
  auto sign_in = read_common(store, tenant, fields, "");
  if (!sign_in) return sign_in;
  const auto type = given(fields, "response_type");
  if (type.empty()) return std::unexpected(aadsts(900144, {"response_type"}));
  if (type != "code") return std::unexpected(aadsts(700051, {type}));
  sign_in->purpose = SignIn::Purpose::authorize;
  sign_in->response_mode = given(fields, "response_mode");
  if (sign_in->response_mode.empty()) sign_in->response_mode = "query";
  constexpr std::string_view modes[] = {"query", "fragment", "form_post"};
  if (std::ranges::find(modes, sign_in->response_mode) == std::end(modes)) return std::unexpected(aadsts(9002313));
  sign_in->nonce = given(fields, "nonce");
  sign_in->prompt = given(fields, "prompt");
  sign_in->login_hint = given(fields, "login_hint");
  sign_in->challenge = given(fields, "code_challenge");
  sign_in->challenge_method = given(fields, "code_challenge_method");
  if (sign_in->challenge.empty()) return sign_in;
  if (sign_in->challenge_method.empty()) sign_in->challenge_method = "plain";
  if (sign_in->challenge.size() < shortest_challenge || sign_in->challenge.size() > longest_challenge) {
    return std::unexpected(aadsts(50147));
  }
  if (sign_in->challenge_method != "S256" && sign_in->challenge_method != "plain") {
    return std::unexpected(aadsts(9002313));
  }
  return sign_in;
}

std::expected<SignIn, AadstsError> read_admin_consent_request(Store& store, const std::string& tenant,
                                                              const http::Fields& fields) {
  auto sign_in =
      read_common(store, tenant, fields, "https://outlook.office.com/SMTP.Send openid profile offline_access");
  if (!sign_in) return sign_in;
  sign_in->purpose = SignIn::Purpose::admin_consent;
  sign_in->response_mode = "query";
  return sign_in;
}

}  // namespace paneltwin::net::cloud
