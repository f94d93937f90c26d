#include "device/email/access_tokens.hpp"

#include "device/email/mail_servers.hpp"
#include "device/store/kept_values.hpp"
#include "device/store/secret_names.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

constexpr Duration margin = 1min;  // a token that ends sooner may end on its way

/// The provider is reached over HTTPS: what keeps the machine from it has a code of its own.
Failure over_https(Failure failure) {
  switch (failure.kind) {
    case FailureKind::communication:
    case FailureKind::tls_untrusted_date:
    case FailureKind::tls_untrusted_ca:
    case FailureKind::tls_not_secured:
      return {FailureKind::cloud_communication, std::string(name_of(failure.kind)) + ": " + failure.detail};
    default:
      return failure;
  }
}

}  // namespace

SignInHome machine_sign_in(Core& core, MailRole role) {
  return {
      .sign_in = [&core, role] { return mail_server(core.state, role)->sign_in; },
      .has_expired =
          [&core, role] {
            auto& sign_in = mail_server(core.state, role)->sign_in;
            auto expired = sign_in;
            expired->health = SignInHealth::expired;
            (void)core.keep(kept(expired, role));  // a store that fails shows in Device Status; the next use finds out
            sign_in = expired;
            core.publish();
          },
      .keep = [&core, role](const std::string& token) -> Result<void> {
        return core.keep({}, {{secret::of(role, secret::refresh_token), token}});
      }};
}

void AccessTokens::obtain(Done done) {
  const auto sign_in = home_.sign_in();
  if (!sign_in) return done(fail(FailureKind::not_signed_in));
  if (sign_in->health == SignInHealth::expired) return done(fail(FailureKind::sign_in_expired));
  if (!access_token_.empty() && core_.now() + margin < access_expires_) {
    return done(Access{access_token_, sign_in->account});
  }
  waiting_.push_back(std::move(done));
  if (waiting_.size() == 1) refresh();
}

void AccessTokens::replace(Tokens tokens) {
  ++sign_in_;
  stop_.request_stop();
  stop_ = {};
  refresh_token_ = std::move(tokens.refresh_token);
  access_token_ = std::move(tokens.access_token);
  access_expires_ = tokens.access_expires;
  for (auto& done : std::exchange(waiting_, {})) obtain(std::move(done));
}

void AccessTokens::refresh() {
  core_.ports.identity.refresh(home_.sign_in()->service, refresh_token_, stop_.get_token(),
                               core_.while_alive([this, sign_in = sign_in_](Result<Tokens> tokens) {
                                 if (sign_in == sign_in_) refreshed(std::move(tokens));
                               }));
}

void AccessTokens::refreshed(Result<Tokens> tokens) {
  if (tokens) return answer(take(std::move(*tokens)));
  if (tokens.error().kind == FailureKind::sign_in_expired) home_.has_expired();
  answer(std::unexpected(over_https(tokens.error())));
}

/// The new refresh token is in the store before the access token that came with it is used: a provider that rotates
/// them takes the old one no more.
Result<Access> AccessTokens::take(Tokens tokens) {
  if (!tokens.refresh_token.empty() && tokens.refresh_token != refresh_token_) {
    refresh_token_ = std::move(tokens.refresh_token);
    if (auto kept = home_.keep(refresh_token_); !kept) return std::unexpected(kept.error());
  }
  access_token_ = std::move(tokens.access_token);
  access_expires_ = tokens.access_expires;
  return Access{access_token_, home_.sign_in()->account, true};
}

void AccessTokens::answer(const Result<Access>& access) {
  for (auto& done : std::exchange(waiting_, {})) done(access);
}

}  // namespace paneltwin::device
