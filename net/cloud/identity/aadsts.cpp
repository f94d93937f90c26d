#include "net/cloud/identity/aadsts.hpp"

#include <algorithm>
#include <stdexcept>

#include <boost/json/array.hpp>
#include <fmt/chrono.h>

namespace paneltwin::net::cloud {

namespace {

// In the order in which the table reads: NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding)
struct Row {
  int code;
  std::string_view error;
  int status;
  std::string_view suberror;
  std::string_view text;  // words of the protocol, in English everywhere
};

// Source: "Microsoft Entra authentication & authorization error codes", and recorded answers for the wording.
constexpr Row rows[] = {
    {50011, "invalid_request", 400, "",
     "The redirect URI '{}' specified in the request does not match the redirect URIs configured for the application "
     "'{}'."},
    {50020, "invalid_grant", 400, "",
     "User account '{}' from identity provider 'live.com' does not exist in tenant '{}' and cannot access the "
     "application '{}' in that tenant. The account needs to be added as an external user in the tenant first."},
    {50034, "invalid_grant", 400, "bad_token",
     "The user account {EmailHidden} does not exist in the {} directory. To sign into this application, the account "
     "must be added to the directory."},
    {50049, "invalid_instance", 400, "", "Unknown or invalid instance."},
    {50053, "invalid_grant", 400, "",
     "The account is locked, you've tried to sign in too many times with an incorrect user ID or password."},
    {50055, "invalid_grant", 400, "user_password_expired", "The password is expired."},
    {50057, "invalid_grant", 400, "bad_token", "The user account is disabled."},
    {50058, "login_required", 400, "", "A silent sign-in request was sent but no user is signed in."},
    {50059, "invalid_request", 400, "",
     "No tenant-identifying information found in either the request or implied by any provided credentials."},
    {50074, "interaction_required", 400, "basic_action", "Strong Authentication is required."},
    {50076, "interaction_required", 400, "basic_action",
     "Due to a configuration change made by your administrator, or because you moved to a new location, you must use "
     "multi-factor authentication to access '{}'."},
    {50079, "interaction_required", 400, "basic_action",
     "Due to a configuration change made by your administrator, or because you moved to a new location, you must "
     "enroll in multi-factor authentication to access '{}'."},
    {50105, "access_denied", 400, "", "The signed in user is not assigned to a role for the application '{}'."},
    {50126, "invalid_grant", 400, "", "Error validating credentials due to invalid username or password."},
    {501481, "invalid_grant", 400, "",
     "The Code_Verifier does not match the code_challenge supplied in the authorization request."},
    {50147, "invalid_request", 400, "", "Invalid size of Code_Challenge parameter."},
    {50173, "invalid_grant", 400, "bad_token",
     "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have "
     "changed "
     "or reset their password. The grant was issued on '{}' and the TokensValidFrom date (before which tokens are not "
     "valid) for this user is '{}'."},
    {50194, "invalid_request", 400, "",
     "Application '{}' is not configured as a multi-tenant application. Usage of the /common endpoint is not supported "
     "for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be "
     "multi-tenant."},
    {53003, "interaction_required", 400, "message_only",
     "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance."},
    {54005, "invalid_grant", 400, "",
     "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh "
     "token."},
    {65001, "invalid_grant", 400, "consent_required",
     "The user or administrator has not consented to use the application with ID '{}' named '{}'. Send an interactive "
     "authorization request for this user and resource."},
    {65004, "access_denied", 400, "", "User declined to consent to access the app."},
    {650053, "invalid_client", 400, "",
     "The application '{}' asked for scope '{}' that doesn't exist on the resource '{}'. Contact the app vendor."},
    {70000, "invalid_grant", 400, "bad_token", "The provided value for the input parameter '{}' is not valid."},
    {700016, "unauthorized_client", 400, "",
     "Application with identifier '{}' was not found in the directory '{}'. This can happen if the application has not "
     "been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent "
     "your authentication request to the wrong tenant."},
    {700022, "invalid_scope", 400, "",
     "The provided value for the input parameter 'scope' is not valid because it contains more than one resource. "
     "Scope "
     "{} is not valid."},
    {700025, "invalid_client", 401, "",
     "Client is public so neither 'client_assertion' nor 'client_secret' should be presented."},
    {70003, "unsupported_grant_type", 400, "", "The app requested an unsupported grant type '{}'."},
    {700051, "unsupported_response_type", 400, "", "response_type '{}' is not enabled for the application."},
    {70008, "invalid_grant", 400, "",
     "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive "
     "authorization request for this user and resource."},
    {700082, "invalid_grant", 400, "bad_token",
     "The refresh token has expired due to inactivity. The token was issued on {} and was inactive for 90.00:00:00."},
    {70011, "invalid_scope", 400, "",
     "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' "
     "is not valid. The scope {} is not valid."},
    {70016, "authorization_pending", 400, "",
     "OAuth 2.0 device flow error. Authorization is pending. Continue polling."},
    {700171, "authorization_declined", 400, "",
     "OAuth 2.0 device flow error. The end-user declined the authorization request."},
    {70018, "bad_verification_code", 400, "",
     "Invalid verification code due to User typing in wrong user code for "
     "device code flow."},
    {70019, "expired_token", 400, "", "Verification code expired. Have the user retry the sign-in."},
    {70020, "expired_token", 400, "",
     "The provided value for the input parameter 'device_code' is not valid. This device code has expired."},
    {7000218, "invalid_client", 401, "",
     "The request body must contain the following parameter: 'client_assertion' or 'client_secret'."},
    {90002, "invalid_request", 400, "",
     "Tenant '{}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. "
     "Check with your subscription administrator, this may happen if there are no active subscriptions for the "
     "tenant."},
    {900144, "invalid_request", 400, "", "The request body must contain the following parameter: '{}'."},
    {90014, "invalid_request", 400, "",
     "The required field '{}' is missing from the credential. Ensure that you have "
     "all the necessary parameters for the login request."},
    {9001023, "invalid_request", 400, "",
     "The grant type '{}' is not supported over the /common or /consumers endpoints. Please use the /organizations or "
     "tenant-specific endpoint."},
    {9002313, "invalid_request", 400, "", "Invalid request. Request is malformed or invalid."},
    {9002332, "invalid_request", 400, "",
     "Application '{}' is configured for use by Azure Active Directory users only. Please do not use the /consumers "
     "endpoint to serve this request."},
    {900561, "invalid_request", 400, "", "The endpoint only accepts POST requests. Received a {} request."},
    {90055, "temporarily_unavailable", 429, "", "The request was throttled due to too many requests."},
    {90094, "consent_required", 400, "",
     "An administrator of {} has set a policy that prevents you from granting {} the permissions it is requesting."},
    {90107, "invalid_request", 400, "", "The sign-in has ended, or was begun in another browser. Begin it anew."},
    {900971, "invalid_request", 400, "", "No reply address provided."},
    {901002, "invalid_request", 400, "", "The 'resource' request parameter is not supported."},
};

/// Each "{}" of `pattern` replaced in turn; other braces stay.
std::string filled(std::string_view pattern, std::initializer_list<std::string_view> values) {
  std::string text;
  for (const auto value : values) {
    const auto at = pattern.find("{}");
    if (at == std::string_view::npos) break;
    text.append(pattern.substr(0, at)).append(value);
    pattern.remove_prefix(at + 2);
  }
  return text.append(pattern);
}

}  // namespace

static std::optional<AadstsError> find(int code, std::initializer_list<std::string_view> values) {
  const auto* row = std::ranges::find(rows, code, &Row::code);
  if (row == std::end(rows)) return std::nullopt;
  return AadstsError{row->code, std::string(row->error), row->status, std::string(row->suberror),
                     filled(row->text, values)};
}

AadstsError aadsts(int code, std::initializer_list<std::string_view> values) {
  auto error = find(code, values);
  if (!error) throw std::logic_error(fmt::format("no AADSTS{}", code));
  return std::move(*error);
}

std::optional<AadstsError> explained(int code) { return find(code, {"…", "…", "…"}); }

std::string aadsts_time(device::Instant at) {
  auto text = device::to_iso8601(std::chrono::floor<std::chrono::seconds>(at));
  text[10] = ' ';
  return text;
}

std::string aadsts_precise_time(device::Instant at) {
  const auto second = std::chrono::floor<std::chrono::seconds>(at);
  constexpr int ticks_of_a_millisecond = 10'000;  // of 100 ns, as .NET counts
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:07}Z", second, (at - second).count() * ticks_of_a_millisecond);
}

std::string described(const AadstsError& error, const Trace& trace, device::Instant now) {
  return fmt::format("AADSTS{}: {} Trace ID: {} Correlation ID: {} Timestamp: {}", error.code, error.text,
                     trace.trace_id, trace.correlation_id, aadsts_time(now));
}

boost::json::object body_of(const AadstsError& error, const Trace& trace, device::Instant now,
                            std::string_view base_url) {
  boost::json::object body{{"error", error.error},
                           {"error_description", described(error, trace, now)},
                           {"error_codes", boost::json::array{error.code}},
                           {"timestamp", aadsts_time(now)},
                           {"trace_id", trace.trace_id},
                           {"correlation_id", trace.correlation_id},
                           {"error_uri", fmt::format("{}/error?code={}", base_url, error.code)}};
  if (!error.suberror.empty()) body["suberror"] = error.suberror;
  return body;
}

}  // namespace paneltwin::net::cloud
