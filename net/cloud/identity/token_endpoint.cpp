#include "net/cloud/identity/token_endpoint.hpp"

#include <algorithm>

#include "net/cloud/identity/ids.hpp"
#include "net/cloud/identity/tenants.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::size_t device_code_bytes = 150;  // 200 letters, as the real ones
constexpr std::string_view device_code_front = "BAQABIQEAAAD", personal_code_front = "HAQABAAEAAAD--";
constexpr std::chrono::hours forgotten_after{24};  // how long an ended code still gets its own error

/// First value of `name` that is not empty.
std::string given(const ProgramRequest& request, std::string_view name) {
  return http::value_of(request.form, name).value_or("");
}

/// Personal accounts have other words for it [azure-docs#99814]; the suberror is inferred.
AadstsError scope_not_granted() {
  auto error = aadsts(70000);
  error.suberror = "consent_required";
  error.text =
      "The request was denied because one or more scopes requested are unauthorized or expired. The user must first "
      "sign in and grant the client application access to the requested scope.";
  return error;
}

std::unexpected<AadstsError> missing(std::string_view name) { return std::unexpected(aadsts(900144, {name})); }

}  // namespace

std::expected<Application, AadstsError> TokenEndpoint::application_of(const ProgramRequest& request) {
  const auto authority = authority_named(store_, request.tenant);
  if (!authority) return std::unexpected(authority.error());
  const auto id = given(request, "client_id");
  if (id.empty()) return missing("client_id");
  auto application = store_.application(id);
  if (!application) return std::unexpected(aadsts(700016, {id, request.tenant}));
  if (application->public_client &&
      (!given(request, "client_secret").empty() || !given(request, "client_assertion").empty())) {
    return std::unexpected(aadsts(700025));
  }
  if (!given(request, "resource").empty()) return std::unexpected(aadsts(901002));
  return std::move(*application);
}

ProgramAnswer TokenEndpoint::authorize_device(const ProgramRequest& request) {
  const auto application = application_of(request);
  if (!application) return std::unexpected(application.error());
  const auto scopes = parse_scopes(given(request, "scope"), application->name);
  if (!scopes) return std::unexpected(scopes.error());
  const auto now = clock_.now();
  const bool personal = authority_named(store_, request.tenant)->kind == Authority::Kind::consumers;
  const auto secret = std::string(personal ? personal_code_front : device_code_front) + new_secret(device_code_bytes);
  DeviceCode code{.code_hash = fingerprint(secret),
                  .user_code = new_user_code(personal),
                  .tenant = request.tenant,
                  .client_id = application->client_id,
                  .scope = scopes->text(),
                  .nonce = given(request, "nonce"),
                  .expires_at = now + device_code_life};
  auto kept = store_.forget_codes(now - forgotten_after);
  if (kept) kept = store_.put(code);
  if (!kept) return std::unexpected(aadsts(90055));
  return boost::json::object{{"user_code", code.user_code},
                             {"device_code", secret},
                             {"verification_uri", request.origin + (personal ? "/link" : "/devicelogin")},
                             {"expires_in", device_code_life.count()},
                             {"interval", device_code_interval.count()}};
}

ProgramAnswer TokenEndpoint::token(const ProgramRequest& request) {
  const auto grant = given(request, "grant_type");
  if (grant.empty()) return missing("grant_type");
  const auto application = application_of(request);
  if (!application) return std::unexpected(application.error());
  if (!application->public_client) return std::unexpected(aadsts(7000218));
  if (grant == "urn:ietf:params:oauth:grant-type:device_code" || grant == "device_code") {
    return redeem_device_code(request, *application);
  }
  if (grant == "authorization_code") return redeem_authorization_code(request, *application);
  if (grant == "refresh_token") return refresh(request, *application);
  return std::unexpected(aadsts(70003, {grant}));
}

ProgramAnswer TokenEndpoint::redeem_device_code(const ProgramRequest& request, const Application& application) {
  auto secret = given(request, "device_code");
  if (secret.empty()) secret = given(request, "code");
  if (secret.empty()) return missing("device_code");
  auto code = store_.device_code(fingerprint(secret));
  // Anything but "pending" for a code that is none: a program that lost its own would ask for ever.
  if (!code || code->client_id != application.client_id) return std::unexpected(aadsts(70018));
  if (code->state == DeviceCode::State::redeemed) return std::unexpected(aadsts(70000, {"device_code"}));
  if (code->state == DeviceCode::State::declined) return std::unexpected(aadsts(700171));
  if (clock_.now() >= code->expires_at) return std::unexpected(aadsts(70020));
  if (code->state == DeviceCode::State::pending) return std::unexpected(pending(*code));
  auto user = store_.user(code->user);
  if (!user) return std::unexpected(aadsts(50034, {store_.fact(fact::tenant_id)}));
  const Grant grant{std::move(*user),
                    application.client_id,
                    application.name,
                    *parse_scopes(code->scope, application.name),
                    {.device_code = true, .multi_factor = code->multi_factor},
                    code->nonce};
  if (auto against = objection(grant)) return std::unexpected(*against);
  code->state = DeviceCode::State::redeemed;
  if (!store_.put(*code)) return std::unexpected(aadsts(90055));
  return finish(request, grant);
}

AadstsError TokenEndpoint::pending(const DeviceCode& code) {
  auto answer = aadsts(70016);
  if (!store_.is_on(fact::slow_down)) return answer;
  const auto now = clock_.now();
  std::erase_if(polling_, [&](const auto& entry) { return now >= entry.second.forgotten_at; });
  const auto [entry, first] = polling_.try_emplace(code.code_hash);
  auto& polling = entry->second;
  if (!first && now - polling.last < polling.interval) {
    polling.interval += device_code_interval;  // RFC 8628, 3.5: for this and all later requests
    answer.error = "slow_down";
  }
  polling.last = now;
  polling.forgotten_at = code.expires_at;
  return answer;
}

ProgramAnswer TokenEndpoint::redeem_authorization_code(const ProgramRequest& request, const Application& application) {
  const auto secret = given(request, "code");
  if (secret.empty()) return missing("code");
  auto code = store_.authorization_code(fingerprint(secret));
  if (!code || code->client_id != application.client_id) return std::unexpected(aadsts(70000, {"code"}));
  if (code->redeemed) return std::unexpected(aadsts(54005));
  if (clock_.now() >= code->expires_at) return std::unexpected(aadsts(70008));
  if (code->redirect_uri != given(request, "redirect_uri")) {
    return std::unexpected(aadsts(50011, {given(request, "redirect_uri"), application.client_id}));
  }
  if (!code->challenge.empty()) {
    const auto verifier = given(request, "code_verifier");
    if (verifier.empty()) return missing("code_verifier");
    const auto derived = code->challenge_method == "S256" ? base64url(sha256(verifier)) : verifier;
    if (!same_secret(derived, code->challenge)) return std::unexpected(aadsts(501481));
  }
  auto user = store_.user(code->user);
  if (!user) return std::unexpected(aadsts(50034, {store_.fact(fact::tenant_id)}));
  const Grant grant{std::move(*user),
                    application.client_id,
                    application.name,
                    *parse_scopes(code->scope, application.name),
                    {.device_code = false, .multi_factor = code->multi_factor},
                    code->nonce};
  if (auto against = objection(grant)) return std::unexpected(*against);
  code->redeemed = true;
  if (!store_.put(*code)) return std::unexpected(aadsts(90055));
  return finish(request, grant);
}

ProgramAnswer TokenEndpoint::refresh(const ProgramRequest& request, const Application& application) {
  const auto sealed = given(request, "refresh_token");
  if (sealed.empty()) return missing("refresh_token");
  const auto token = tokens_.read_refresh(sealed);
  if (!token || token->client_id != application.client_id) return std::unexpected(aadsts(70000, {"refresh_token"}));
  auto user = store_.user(token->user);
  if (!user) return std::unexpected(aadsts(50034, {store_.fact(fact::tenant_id)}));
  const auto asked = given(request, "scope");
  auto scopes = parse_scopes(asked.empty() ? token->scope : asked, application.name);
  if (!scopes) return std::unexpected(scopes.error());
  scopes->offline_access = true;
  const Grant grant{std::move(*user), application.client_id, application.name, std::move(*scopes), token->context, ""};
  std::optional<AadstsError> against;
  if (!grant.user.enabled) {
    against = aadsts(50057);
  } else if (const auto authority = authority_named(store_, request.tenant);
             !authority || !authority->admits(grant.user)) {
    against = grant.user.personal()
                  ? aadsts(50020, {grant.user.address, store_.fact(fact::tenant_name), application.client_id})
                  : aadsts(70000, {"refresh_token"});
  } else if (token->generation != grant.user.generation) {
    against = aadsts(50173, {aadsts_precise_time(token->issued_at), aadsts_precise_time(grant.user.valid_from)});
  } else if (clock_.now() - token->issued_at >= refresh_lifetime) {
    against = aadsts(700082, {aadsts_precise_time(token->issued_at)});
  } else {
    against = objection(grant);
  }
  if (!against) return finish(request, grant);
  // A log that cannot be written must not keep the answer back.
  (void)store_.note({.at = clock_.now(),
                     .user = grant.user.address,
                     .application = application.name,
                     .flow = "refresh_token",
                     .peer = request.peer,
                     .code = against->code,
                     .reason = against->text,
                     .correlation_id = request.trace.correlation_id});
  return std::unexpected(std::move(*against));
}

std::optional<AadstsError> TokenEndpoint::objection(const Grant& grant) {
  if (!grant.user.enabled) return aadsts(50057);
  if (auto refused = refusal(access_for(store_, grant.user, grant.context), grant.scopes.resource)) return refused;
  if (!consented(store_, grant.user, grant.client_id, grant.scopes)) {
    return grant.user.personal() ? scope_not_granted() : aadsts(65001, {grant.client_id, grant.application_name});
  }
  return std::nullopt;
}

ProgramAnswer TokenEndpoint::finish(const ProgramRequest& request, const Grant& grant) {
  return tokens_.issue(grant, request.origin, given(request, "client_info") == "1");
}

}  // namespace paneltwin::net::cloud
