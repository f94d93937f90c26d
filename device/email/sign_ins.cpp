#include "device/email/sign_ins.hpp"

#include "device/email/code_sign_in.hpp"
#include "device/email/mail_servers.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t most = 8;
constexpr Duration kept_for = 30min;  // a page that was left open or closed without OK

}  // namespace

Result<Tokens> usable(Result<Tokens> tokens) {
  if (!tokens) return tokens;
  if (tokens->account.empty()) return fail(FailureKind::provider_misconfigured, "the id_token names no account");
  if (tokens->refresh_token.empty()) return fail(FailureKind::provider_misconfigured, "no refresh token was given");
  return tokens;
}

SignIns::~SignIns() {
  for (auto& [_, attempt] : under_way_) attempt.stop.request_stop();
}

SignInId SignIns::begin(MailRole role, EmailService service) {
  if (under_way_.size() == most) cancel(under_way_.begin()->first);
  const SignInId id = ++last_;
  under_way_[id].role = role;
  shown(id).push_back({.id = id, .service = service});
  core_.publish();
  const auto told = [this, id](const DeviceGrant& grant) {
    show(id, [&](SignInAttempt& attempt) {
      attempt.phase = SignInAttempt::Phase::waiting_for_user;
      show_code(attempt, grant);
    });
  };
  sign_in_by_code(core_, service, under_way_[id].stop.get_token(), told,
                  [this, id](Result<Tokens> tokens) { finish(id, std::move(tokens)); });
  return id;
}

void SignIns::finish(SignInId id, Result<Tokens> tokens) {
  auto& attempt = under_way_.at(id);
  attempt.end = core_.ports.clock.call_after(kept_for, core_.while_alive([this, id] { cancel(id); }));
  if (tokens) attempt.tokens = *tokens;
  show(id, [&](SignInAttempt& now) {
    now.phase = tokens ? SignInAttempt::Phase::signed_in : SignInAttempt::Phase::failed;
    now.user_code.clear();
    now.verification_uri_complete.clear();
    if (tokens) {
      now.account = tokens->account;
    } else {
      now.failure = tokens.error();
    }
  });
}

bool SignIns::cancel(SignInId id) {
  const auto attempt = under_way_.find(id);
  if (attempt == under_way_.end()) return false;
  attempt->second.stop.request_stop();
  if (attempt->second.end) core_.ports.clock.cancel(*attempt->second.end);
  std::erase_if(shown(id), [&](const SignInAttempt& one) { return one.id == id; });
  under_way_.erase(attempt);
  core_.publish();
  return true;
}

std::optional<Tokens> SignIns::tokens(SignInId id, MailRole role, EmailService service) const {
  const auto& attempts = mail_server(core_.state, role)->attempts;
  const auto attempt = std::ranges::find(attempts, id, &SignInAttempt::id);
  if (attempt == attempts.end() || attempt->phase != SignInAttempt::Phase::signed_in || attempt->service != service) {
    return std::nullopt;
  }
  return under_way_.at(id).tokens;
}

std::vector<SignInAttempt>& SignIns::shown(SignInId id) {
  return mail_server(core_.state, under_way_.at(id).role)->attempts;
}

void SignIns::forget_all() {
  while (!under_way_.empty()) cancel(under_way_.begin()->first);
}

void SignIns::show(SignInId id, const std::function<void(SignInAttempt&)>& change) {
  change(*std::ranges::find(shown(id), id, &SignInAttempt::id));
  core_.publish();
}

}  // namespace paneltwin::device
