#include "net/cloud/identity/provider_endpoints.hpp"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "device/text/ascii.hpp"
#include "net/cloud/identity/ids.hpp"
#include "net/cloud/identity/tenants.hpp"
#include "net/cloud/pages/page_language.hpp"

namespace paneltwin::net::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t longest_correlation_id = 64;

http::Response public_json(const json::object& body) {
  auto response = http::Response::json(json::serialize(body));
  response.header("Cache-Control", "max-age=86400, private")
      .header("Access-Control-Allow-Origin", "*")
      .header("Access-Control-Allow-Methods", "GET, OPTIONS")
      .header("X-Content-Type-Options", "nosniff");
  return response;
}

http::Response private_json(const json::object& body, int status, const http::Request& request, const Trace& trace) {
  auto response = http::Response::json(json::serialize(body), status);
  response.header("Cache-Control", "no-store, no-cache")
      .header("Pragma", "no-cache")
      .header("Expires", "-1")
      .header("X-Content-Type-Options", "nosniff")
      .header("Access-Control-Allow-Origin", "*")
      .header("x-ms-request-id", trace.trace_id);
  if (request.header("return-client-request-id") == "true") {
    response.header("client-request-id", trace.correlation_id);
  }
  return response;
}

http::Response preflight(std::string_view methods) {
  http::Response response{.status = 204};
  response.header("Access-Control-Allow-Origin", "*")
      .header("Access-Control-Allow-Methods", std::string(methods))
      .header("Access-Control-Allow-Headers", "*")
      .header("Access-Control-Max-Age", "86400");
  return response;
}

std::string captured(const http::Request& request, const std::string& name) {
  const auto found = request.captures.find(name);
  return found == request.captures.end() ? "" : found->second;
}

}  // namespace

Trace trace_of(const http::Request& request) {
  auto id = std::string(request.header("client-request-id"));
  if (id.empty()) id = request.query_value("client-request-id");
  const bool sensible = !id.empty() && id.size() <= longest_correlation_id &&
                        std::ranges::all_of(id, [](char c) { return device::is_letter_or_digit(c) || c == '-'; });
  return {.trace_id = new_guid(), .correlation_id = sensible ? std::move(id) : new_guid()};
}

void ProviderEndpoints::add_routes(http::Router& router) {
  using http::Request, http::Respond;
  const auto on = [&](std::string method, std::string_view pattern, auto answer) {
    router.add(std::move(method), pattern,
               [this, answer](const Request& request, Respond respond) { respond((this->*answer)(request)); });
  };
  const auto wrong_method = [this](const Request& request, Respond respond) {
    respond(refused(request, aadsts(900561, {request.method}), trace_of(request)));
  };
  const auto options = [](std::string_view methods) {
    return [methods](const Request&, Respond respond) { respond(preflight(methods)); };
  };
  for (const auto* path : {"/{tenant}/v2.0/.well-known/openid-configuration", "/{tenant}/discovery/v2.0/keys",
                           "/common/discovery/instance"}) {
    router.add("OPTIONS", path, options("GET, OPTIONS"));
  }
  on("GET", "/{tenant}/v2.0/.well-known/openid-configuration", &ProviderEndpoints::discovery);
  on("GET", "/{tenant}/discovery/v2.0/keys", &ProviderEndpoints::keys);
  on("GET", "/common/discovery/instance", &ProviderEndpoints::instance_discovery);
  for (const auto* path : {"/{tenant}/oauth2/v2.0/devicecode", "/{tenant}/oauth2/v2.0/token"}) {
    router.add("OPTIONS", path, options("POST, OPTIONS"));
    router.get(path, wrong_method);
  }
  on("POST", "/{tenant}/oauth2/v2.0/devicecode", &ProviderEndpoints::device_code);
  on("POST", "/{tenant}/oauth2/v2.0/token", &ProviderEndpoints::token);
}

http::Response ProviderEndpoints::refused(const http::Request& request, const AadstsError& error,
                                          const Trace& trace) const {
  return private_json(body_of(error, trace, clock_.now(), request.origin()), error.status, request, trace);
}

http::Response ProviderEndpoints::discovery(const http::Request& request) const {
  const auto name = captured(request, "tenant");
  const auto authority = authority_named(store_, name);
  if (!authority) return refused(request, authority.error(), trace_of(request));
  const auto base = request.origin() + "/" + (authority->tenant_id.empty() ? name : authority->tenant_id);
  return public_json({
      {"token_endpoint", base + "/oauth2/v2.0/token"},
      {"token_endpoint_auth_methods_supported", json::array{"none"}},
      {"jwks_uri", base + "/discovery/v2.0/keys"},
      {"response_modes_supported", json::array{"query", "fragment", "form_post"}},
      {"subject_types_supported", json::array{"pairwise"}},
      {"id_token_signing_alg_values_supported", json::array{"RS256"}},
      {"response_types_supported", json::array{"code"}},
      {"code_challenge_methods_supported", json::array{"S256", "plain"}},
      {"grant_types_supported",
       json::array{"authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"}},
      {"scopes_supported", json::array{"openid", "profile", "email", "offline_access"}},
      {"issuer", request.origin() + "/" + authority->issuer_part() + "/v2.0"},
      {"request_uri_parameter_supported", false},
      {"userinfo_endpoint", request.origin() + std::string(userinfo_path)},
      {"authorization_endpoint", base + "/oauth2/v2.0/authorize"},
      {"device_authorization_endpoint", base + "/oauth2/v2.0/devicecode"},
      {"http_logout_supported", true},
      {"frontchannel_logout_supported", false},
      {"end_session_endpoint", base + "/oauth2/v2.0/logout"},
      {"claims_supported", json::array{"sub", "iss", "aud", "exp", "iat", "nonce", "preferred_username", "name", "tid",
                                       "ver", "oid", "email"}},
      {"tenant_region_scope", nullptr},
      {"cloud_instance_name", request.host},
      {"cloud_graph_host_name", request.host},
      {"msgraph_host", request.host},
  });
}

http::Response ProviderEndpoints::instance_discovery(const http::Request& request) const {
  const auto asked = request.query_value("authorization_endpoint");
  if (!asked.starts_with(request.origin() + "/")) return refused(request, aadsts(50049), trace_of(request));
  const auto path = asked.substr(request.origin().size() + 1);
  return public_json({{"tenant_discovery_endpoint", fmt::format("{}/{}/v2.0/.well-known/openid-configuration",
                                                                request.origin(), path.substr(0, path.find('/')))},
                      {"api-version", "1.1"},
                      {"metadata", json::array{json::object{{"preferred_network", request.host},
                                                            {"preferred_cache", request.host},
                                                            {"aliases", json::array{request.host}}}}}});
}

http::Response ProviderEndpoints::keys(const http::Request& request) const {
  const auto authority = authority_named(store_, captured(request, "tenant"));
  if (!authority) return refused(request, authority.error(), trace_of(request));
  auto key = tokens_.key().public_jwk();
  key["issuer"] = request.origin() + "/" + authority->issuer_part() + "/v2.0";
  return public_json({{"keys", json::array{std::move(key)}}});
}

http::Response ProviderEndpoints::device_code(const http::Request& request) {
  const auto trace = trace_of(request);
  const auto form = request.form();
  if (!form) return refused(request, aadsts(9002313), trace);
  auto answer = endpoint_.authorize_device({captured(request, "tenant"), *form, request.origin(), request.peer, trace});
  if (!answer) return refused(request, answer.error(), trace);
  // The message is for people; only the address chooses its language.
  const auto& words = texts_.in(request.query_value("mkt").empty() ? "en" : page_language(request, texts_).tag());
  const auto& uri = answer->at("verification_uri").as_string();
  const auto& code = answer->at("user_code").as_string();
  (*answer)["message"] = words.text("cloud.device.message", {{"uri", uri}, {"code", code}});
  return private_json(*answer, 200, request, trace);
}

http::Response ProviderEndpoints::token(const http::Request& request) {
  const auto trace = trace_of(request);
  const auto form = request.form();
  if (!form) return refused(request, aadsts(9002313), trace);
  const auto answer = endpoint_.token({captured(request, "tenant"), *form, request.origin(), request.peer, trace});
  return answer ? private_json(*answer, 200, request, trace) : refused(request, answer.error(), trace);
}

}  // namespace paneltwin::net::cloud
