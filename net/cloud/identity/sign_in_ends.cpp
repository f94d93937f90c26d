// SignIns: how a sign-in ends, for the person and for the program that asked.
#include "net/cloud/identity/ids.hpp"
#include "net/cloud/identity/sign_ins.hpp"
#include "net/cloud/identity/token_endpoint.hpp"

namespace paneltwin::net::cloud {

namespace {

std::string_view flow_name(SignIn::Purpose purpose) {
  constexpr std::string_view names[] = {"device_code", "authorization_code", "admin_consent", "browser"};
  return names[static_cast<std::size_t>(purpose)];
}

constexpr std::size_t authorization_code_bytes = 400;  // as long as the real ones

}  // namespace

void SignIns::finish(SignIn& sign_in, const User& user) {
  switch (sign_in.purpose) {
    case SignIn::Purpose::device:
      return finish_device(sign_in, user);
    case SignIn::Purpose::authorize:
      if (!issue_code(sign_in, user)) return fail(sign_in, aadsts(90055));
      break;
    case SignIn::Purpose::admin_consent:
      sign_in.location = sign_in.redirect_uri;
      sign_in.reply = {{"admin_consent", "True"}, {"tenant", user.tenant}, {"scope", sign_in.scopes.granted()}};
      break;
    case SignIn::Purpose::visit:
      break;
  }
  if (!sign_in.state.empty()) sign_in.reply.emplace_back("state", sign_in.state);
  sign_in.page = SignInPage::leaving;
  log(sign_in, 0, "");
}

void SignIns::finish_device(SignIn& sign_in, const User& user) {
  auto code = store_.device_code(sign_in.code_hash);
  // Somebody else may have used it meanwhile, or the person took too long.
  if (!code || code->state != DeviceCode::State::pending || clock_.now() >= code->expires_at) {
    return fail(sign_in, aadsts(70019));
  }
  code->state = DeviceCode::State::approved;
  code->user = user.id;
  code->multi_factor = sign_in.multi_factor;
  if (!store_.put(*code)) return fail(sign_in, aadsts(90055));
  sign_in.page = SignInPage::done;
  log(sign_in, 0, "");
}

bool SignIns::issue_code(SignIn& sign_in, const User& user) {
  const auto secret = new_secret(authorization_code_bytes);
  const auto kept = store_.put(AuthorizationCode{.code_hash = fingerprint(secret),
                                                 .tenant = sign_in.tenant,
                                                 .client_id = sign_in.client_id,
                                                 .scope = sign_in.scopes.text(),
                                                 .nonce = sign_in.nonce,
                                                 .redirect_uri = sign_in.redirect_uri,
                                                 .challenge = sign_in.challenge,
                                                 .challenge_method = sign_in.challenge_method,
                                                 .user = user.id,
                                                 .expires_at = clock_.now() + authorization_code_life,
                                                 .multi_factor = sign_in.multi_factor});
  sign_in.location = sign_in.redirect_uri;
  sign_in.reply = {{"code", secret}, {"session_state", new_guid()}};
  return kept.has_value();
}

void SignIns::decline(SignIn& sign_in) {
  if (sign_in.purpose == SignIn::Purpose::authorize) return leave_with_error(sign_in, aadsts(65004));
  if (sign_in.purpose == SignIn::Purpose::admin_consent) {
    auto error = aadsts(65004);
    error.error = "consent_required";
    error.text = "The resource owner or authorization server denied the request.";
    return leave_with_error(sign_in, error);
  }
  if (auto code = store_.device_code(sign_in.code_hash); code && code->state == DeviceCode::State::pending) {
    code->state = DeviceCode::State::declined;
    if (!store_.put(*code)) return fail(sign_in, aadsts(90055));
  }
  sign_in.page = SignInPage::declined;
  log(sign_in, 65004, "cloud.reason.declined");
}

void SignIns::fail(SignIn& sign_in, AadstsError error, SignInPage page) {
  log(sign_in, error.code, error.text);
  sign_in.error = std::move(error);
  sign_in.page = page;
}

void SignIns::leave_with_error(SignIn& sign_in, const AadstsError& error) {
  sign_in.location = sign_in.redirect_uri;
  sign_in.reply = {{"error", error.error}, {"error_description", described(error, sign_in.trace, clock_.now())}};
  if (error.code == 65004) sign_in.reply.emplace_back("error_subcode", "cancel");
  if (sign_in.purpose == SignIn::Purpose::admin_consent) sign_in.reply.emplace_back("admin_consent", "True");
  if (!sign_in.state.empty()) sign_in.reply.emplace_back("state", sign_in.state);
  sign_in.page = SignInPage::leaving;
  log(sign_in, error.code, error.text);
}

void SignIns::log(const SignIn& sign_in, int code, std::string_view reason) {
  const auto user = store_.user(sign_in.user);
  // The person's way does not end because the log cannot be written: the store has said so to the operator.
  (void)store_.note({.at = clock_.now(),
                     .user = user ? user->address : sign_in.typed,
                     .application = sign_in.application_name,
                     .flow = std::string(flow_name(sign_in.purpose)),
                     .peer = sign_in.peer,
                     .code = code,
                     .reason = std::string(reason),
                     .correlation_id = sign_in.trace.correlation_id});
}

}  // namespace paneltwin::net::cloud
