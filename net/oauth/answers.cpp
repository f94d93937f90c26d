#include "net/oauth/answers.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "device/text/ascii.hpp"
#include "net/base64.hpp"
#include "net/oauth/answer_fields.hpp"

namespace paneltwin::net::oauth {

using std::chrono::seconds;

namespace {

constexpr seconds default_interval{5};  // RFC 8628, 3.5
constexpr seconds default_lifetime = std::chrono::minutes(5);
constexpr std::size_t name_limit = 255;

std::optional<seconds> retry_after(const http::Response& response) {
  for (const auto& [name, value] : response.headers) {
    int count = 0;
    if (!device::equal_without_case(name, "retry-after")) continue;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), count);
    if (error == std::errc() && end == value.data() + value.size() && count >= 0)
      return std::min<seconds>(seconds(count), std::chrono::hours(1));
  }
  return std::nullopt;
}

/// Why `response` grants nothing.
Refusal refusal_in(const http::Response& response) {
  Refusal refusal{.retry_after = retry_after(response)};
  if (const auto object = object_in(response.body)) {
    refusal.error = token_of(*object, "error").substr(0, 100);
    refusal.description = first_line_of(*object, "error_description");
  }
  if (refusal.description.empty()) refusal.description = "HTTP status " + std::to_string(response.status);
  if (response.status == 429) refusal.error = "temporarily_unavailable";
  if (response.status >= 500 && refusal.error.empty()) refusal.error = "server_error";
  return refusal;
}

std::unexpected<Refusal> senseless(std::string description) {
  return std::unexpected(Refusal{.error = "invalid_response", .description = std::move(description)});
}

}  // namespace

bool Refusal::is_temporary() const { return error == "temporarily_unavailable" || error == "server_error"; }

device::Failure Refusal::as(device::FailureKind kind) const {
  return {kind, error.empty() ? description : error + ": " + description};
}

std::expected<device::DeviceGrant, Refusal> read_device_grant(const http::Response& response, device::Instant now) {
  const auto object = response.status == 200 ? object_in(response.body) : std::nullopt;
  if (!object) return std::unexpected(refusal_in(response));
  if (object->contains("error")) return std::unexpected(refusal_in(response));
  device::DeviceGrant grant{.user_code = text_of(*object, "user_code", name_limit),
                            .verification_uri = address_of(*object, "verification_uri"),
                            .verification_uri_complete = address_of(*object, "verification_uri_complete"),
                            .device_code = token_of(*object, "device_code")};
  if (grant.verification_uri.empty()) grant.verification_uri = address_of(*object, "verification_url");
  if (grant.user_code.empty() || grant.device_code.empty() || grant.verification_uri.empty())
    return senseless("no device_code, user_code or verification_uri");
  const auto lifetime = seconds_of(*object, "expires_in");
  if (!lifetime || *lifetime == seconds(0)) return senseless("no expires_in");
  grant.expires_at = now + *lifetime;
  grant.interval = std::max(seconds_of(*object, "interval").value_or(default_interval), seconds(1));
  return grant;
}

std::expected<device::Tokens, Refusal> read_tokens(const http::Response& response, device::Instant now) {
  const auto object = response.status == 200 ? object_in(response.body) : std::nullopt;
  if (!object || object->contains("error")) return std::unexpected(refusal_in(response));
  if (object->contains("token_type") &&
      !device::equal_without_case(text_of(*object, "token_type", name_limit), "bearer"))
    return senseless("token_type is not Bearer");
  device::Tokens tokens{.access_token = token_of(*object, "access_token"),
                        .access_expires = now + seconds_of(*object, "expires_in").value_or(default_lifetime),
                        .refresh_token = token_of(*object, "refresh_token")};
  if (tokens.access_token.empty()) return senseless("no access_token");
  tokens.account = account_of(token_of(*object, "id_token"));
  return tokens;
}

std::string account_of(std::string_view id_token) {
  const auto first = id_token.find('.');
  const auto second = first == std::string_view::npos ? first : id_token.find('.', first + 1);
  if (second == std::string_view::npos) return {};
  const auto payload = from_base64url(id_token.substr(first + 1, second - first - 1));
  const auto claims = payload ? object_in(*payload) : std::nullopt;
  if (!claims) return {};
  for (const auto* name : {"preferred_username", "email", "upn"}) {
    if (auto account = text_of(*claims, name, name_limit); !account.empty()) return account;
  }
  return {};
}

}  // namespace paneltwin::net::oauth
