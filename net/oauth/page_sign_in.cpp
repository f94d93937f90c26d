#include "net/oauth/page_sign_in.hpp"

#include <algorithm>
#include <array>

#include <boost/json/serialize.hpp>
#include <fmt/format.h>
#include <openssl/evp.h>

#include "device/names.hpp"
#include "device/random.hpp"
#include "device/text/ascii.hpp"
#include "net/base64.hpp"
#include "net/oauth/answer_fields.hpp"
#include "net/oauth/answers.hpp"
#include "net/oauth/device_grant.hpp"

namespace paneltwin::net::oauth {

namespace json = boost::json;
using device::FailureKind;
using device::IdentityPage;
using device::PageAnswer;
using device::PageStep;
using device::Result;

namespace {

constexpr std::string_view redirect_uri =
    "http://localhost";  // RFC 8252 7.3; nobody listens there: the machine reads it
constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
constexpr std::size_t verifier_letters = 64, state_letters = 24, text_limit = 2048;
constexpr std::size_t most_permissions = 20;

/// RFC 7636 4.2, S256.
std::string challenge_of(const std::string& verifier) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int length = 0;
  EVP_Digest(verifier.data(), verifier.size(), digest.data(), &length, EVP_sha256(), nullptr);
  auto text = to_base64({reinterpret_cast<const char*>(digest.data()), length});
  std::ranges::replace(text, '+', '-');
  std::ranges::replace(text, '/', '_');
  return text.substr(0, text.find('='));
}

std::string authorize_url(const std::string& endpoint, const Provider& provider, const PageSession& session,
                          bool asks_consent) {
  std::string url = endpoint;
  char joint = url.find('?') == std::string::npos ? '?' : '&';
  const auto add = [&](std::string_view name, std::string_view value) {
    url += fmt::format("{}{}={}", std::exchange(joint, '&'), name, http::percent_encode(value));
  };
  add("client_id", provider.client_id);
  add("response_type", "code");
  add("redirect_uri", redirect_uri);
  add("response_mode", "query");
  add("scope", provider.scope);
  add("state", session.state);
  add("code_challenge", challenge_of(session.verifier));
  add("code_challenge_method", "S256");
  if (asks_consent) add("prompt", "consent");
  return url;
}

std::string cookie_line(const PageSession& session) {
  std::string line;
  for (const auto& [name, value] : session.cookies)
    line += fmt::format("{}{}={}", line.empty() ? "" : "; ", name, value);
  return line;
}

void keep_cookies(const http::Response& response, PageSession& session) {
  for (const auto& [name, value] : response.headers) {
    if (device::lower(name) != "set-cookie") continue;
    const auto pair = value.substr(0, value.find(';'));
    const auto equals = pair.find('=');
    if (equals == std::string::npos) continue;
    const auto cookie = pair.substr(0, equals);
    std::erase_if(session.cookies, [&](const auto& kept) { return kept.first == cookie; });
    session.cookies.emplace_back(cookie, pair.substr(equals + 1));
  }
}

// Queries and forms are put together in plain functions: GCC 12 destroys initialiser lists inside coroutines twice.

http::Query query_for(std::string method, std::string url, const PageSession& session) {
  http::Query query{std::move(method), std::move(url), {{"Accept", "application/json"}}, ""};
  query.headers.emplace_back("Accept-Language", session.language);
  if (!session.cookies.empty()) query.headers.emplace_back("Cookie", cookie_line(session));
  return query;
}

std::string_view action_of(const PageSession& session, PageAnswer::Action action) {
  switch (action) {
    case PageAnswer::Action::back:
      return "back";
    case PageAnswer::Action::cancel:
      return "cancel";
    case PageAnswer::Action::other:
      return session.page == "register_factor" ? "phone" : "other";
    case PageAnswer::Action::next:
    case PageAnswer::Action::look:
      break;
  }
  return "next";
}

std::string_view field_of(std::string_view page) {
  if (page == "account") return "loginfmt";
  if (page == "password") return "passwd";
  return "otc";
}

http::Query answer_query(std::string url, const PageSession& session, const PageAnswer& answer) {
  if (answer.action == PageAnswer::Action::look) return query_for("GET", std::move(url), session);
  auto query = query_for("POST", std::move(url), session);
  query.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
  const auto add = [&](std::string_view name, std::string_view value) {
    query.body += fmt::format("{}{}={}", query.body.empty() ? "" : "&", name, http::percent_encode(value));
  };
  add("page", session.page);
  add("canary", session.canary);
  add("action", action_of(session, answer.action));
  add(field_of(session.page), answer.text);
  if (answer.for_organization) add("organization", "1");
  return query;
}

http::Fields code_form(const Provider& provider, std::string code, const PageSession& session) {
  return {{"grant_type", "authorization_code"},
          {"code", std::move(code)},
          {"redirect_uri", std::string(redirect_uri)},
          {"code_verifier", session.verifier},
          {"scope", provider.scope}};
}

std::string origin_of(const std::string& address) {
  return address.substr(0, address.find('/', address.find("://") + 3));
}

void read_consent(const json::object& object, IdentityPage& page) {
  const auto* all = object.if_contains("may_consent_for_all");
  page.may_consent_for_all = all && all->is_bool() && all->get_bool();
  const auto* list = object.if_contains("permissions");
  if (!list || !list->is_array()) return;
  for (const auto& entry : list->get_array()) {
    if (!entry.is_object() || page.permissions.size() == most_permissions) continue;
    page.permissions.push_back(
        {text_of(entry.get_object(), "title", text_limit), text_of(entry.get_object(), "detail", text_limit)});
  }
}

/// "AADSTS53003" of an error's body.
std::string error_code_of(const json::object& object) {
  const auto* error = object.if_contains("error");
  if (!error || !error->is_object()) return {};
  const auto description = first_line_of(error->get_object(), "error_description");
  return description.substr(0, description.find(':'));
}

}  // namespace

std::string PageSession::text() const {
  json::array jar;
  for (const auto& [name, value] : cookies) jar.push_back(json::array{name, value});
  return json::serialize(json::object{{"flow", flow},
                                      {"canary", canary},
                                      {"page", page},
                                      {"verifier", verifier},
                                      {"state", state},
                                      {"language", language},
                                      {"cookies", jar}});
}

std::optional<PageSession> PageSession::from(std::string_view text) {
  const auto object = object_in(text);
  if (!object) return std::nullopt;
  PageSession session{text_of(*object, "flow", text_limit),  text_of(*object, "canary", text_limit),
                      text_of(*object, "page", text_limit),  text_of(*object, "verifier", text_limit),
                      text_of(*object, "state", text_limit), text_of(*object, "language", text_limit)};
  const auto* jar = object->if_contains("cookies");
  if (!jar || !jar->is_array()) return std::nullopt;
  for (const auto& entry : jar->get_array()) {
    const auto& pair = entry.as_array();
    session.cookies.emplace_back(pair.at(0).as_string(), pair.at(1).as_string());
  }
  return session;
}

Result<IdentityPage> read_page(const http::Response& response, PageSession& session) {
  const auto object = object_in(response.body);
  if (response.status == 429 || response.status >= 500) {
    return device::fail(FailureKind::temporary, "HTTP status " + std::to_string(response.status));
  }
  if (!object) return device::fail(FailureKind::provider_misconfigured, "the sign-in page is not JSON");
  if (response.status != 200) {
    const auto why = first_line_of(*object, "error_description");
    constexpr std::string_view gone = "AADSTS90107";  // the sign-in is not known any more
    return device::fail(why.starts_with(gone) ? FailureKind::sign_in_code_expired : FailureKind::provider_misconfigured,
                        why);
  }
  session.flow = token_of(*object, "flow");
  session.canary = token_of(*object, "canary");
  session.page = text_of(*object, "page", text_limit);
  const auto kind = device::named<IdentityPage::Kind>(session.page);
  if (!kind) return device::fail(FailureKind::provider_misconfigured, "no page is called so: " + session.page);
  IdentityPage page{.kind = *kind,
                    .user = text_of(*object, "user", text_limit),
                    .app = text_of(*object, "app", text_limit),
                    .problem = text_of(*object, "problem_name", text_limit),
                    .secret = text_of(*object, "secret", text_limit),
                    .error = error_code_of(*object)};
  if (const auto* number = object->if_contains("number"); number && number->is_int64()) {
    page.number = static_cast<int>(std::clamp<std::int64_t>(number->get_int64(), 0, 99));
  }
  if (page.kind == IdentityPage::Kind::consent) read_consent(*object, page);
  return page;
}

Result<std::string> code_in(std::string_view location, std::string_view state) {
  const auto question = location.find('?');
  const auto fields = location.starts_with(redirect_uri) && question != location.npos
                          ? http::parse_form(location.substr(question + 1))
                          : std::nullopt;
  if (!fields || http::value_of(*fields, "state") != std::string(state)) {
    return device::fail(FailureKind::provider_misconfigured, "the sign-in came back with another's answer");
  }
  if (auto code = http::value_of(*fields, "code")) return *code;
  const auto error = http::value_of(*fields, "error").value_or("");
  auto why = http::value_of(*fields, "error_description").value_or("");
  why = why.substr(0, why.find_first_of("\r\n"));
  if (error == "access_denied") return device::fail(FailureKind::sign_in_declined, why);
  if (error == "consent_required") return device::fail(FailureKind::consent_needed, why);
  return device::fail(FailureKind::sign_in_blocked, why);
}

/// Shows the page, or redeems the code that the last one ended with.
static Awaited<PageStep> next_step(ProviderClient& client, http::Response response, PageSession session,
                                   std::stop_token stop) {
  keep_cookies(response, session);
  const auto object = object_in(response.body);
  PageStep step;
  if (object && text_of(*object, "page", text_limit) == "leaving") {
    auto code = code_in(token_of(*object, "location"), session.state);
    if (!code) co_return std::unexpected(code.error());
    auto form = code_form(client.provider(), std::move(*code), session);
    const auto asked = client.clock().now();
    const auto answer = co_await client.post(&Endpoints::token, std::move(form), stop);
    if (!answer) co_return std::unexpected(answer.error());
    auto tokens = read_tokens(*answer, asked);
    if (!tokens) co_return std::unexpected(tokens.error().as(refused_grant(tokens.error())));
    step.tokens = std::move(*tokens);
    co_return step;
  }
  auto page = read_page(response, session);
  if (!page) co_return std::unexpected(page.error());
  step.page = std::move(*page);
  step.session = session.text();
  co_return step;
}

static PageSession new_session(std::string language) {
  PageSession session;
  session.language = std::move(language);
  session.verifier = device::random_text(verifier_letters, letters);
  session.state = device::random_text(state_letters, letters);
  return session;
}

Awaited<PageStep> open_pages(ProviderClient& client, device::PageWish wish, std::stop_token stop) {
  const auto endpoints = co_await client.endpoints(stop);
  if (!endpoints) co_return std::unexpected(endpoints.error());
  auto session = new_session(std::move(wish.language));
  auto query =
      query_for("GET", authorize_url(endpoints->authorization, client.provider(), session, wish.asks_consent), session);
  auto response = co_await client.ask(std::move(query), stop);
  if (!response) co_return std::unexpected(response.error());
  co_return co_await next_step(client, std::move(*response), std::move(session), stop);
}

Awaited<PageStep> answer_page(ProviderClient& client, std::string text, PageAnswer answer, std::stop_token stop) {
  const auto endpoints = co_await client.endpoints(stop);
  if (!endpoints) co_return std::unexpected(endpoints.error());
  auto session = PageSession::from(text);
  if (!session) co_return device::fail(FailureKind::provider_misconfigured, "no sign-in is under way");
  auto url = origin_of(endpoints->authorization) + "/common/login/" + session->flow;
  auto query = answer_query(std::move(url), *session, answer);
  auto response = co_await client.ask(std::move(query), stop);
  if (!response) co_return std::unexpected(response.error());
  co_return co_await next_step(client, std::move(*response), std::move(*session), stop);
}

}  // namespace paneltwin::net::oauth
