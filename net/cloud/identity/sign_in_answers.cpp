// SignIns: what a person answers, page by page.
#include <algorithm>

#include "net/cloud/identity/ids.hpp"
#include "net/cloud/identity/sign_ins.hpp"
#include "net/cloud/identity/tenants.hpp"
#include "net/cloud/store/words.hpp"

namespace paneltwin::net::cloud {

namespace {

// Smart lock-out: ten wrong passwords lock the account for a minute, and each further time for twice as long.
constexpr int wrong_passwords_allowed = 10;
constexpr std::chrono::minutes first_lock{1};
constexpr int most_doublings = 6;

}  // namespace

std::string SignIns::typed(const http::Fields& fields, std::string_view name) {
  const auto value = http::value_of(fields, name).value_or("");
  return value.size() > longest_answer ? std::string() : std::string(trimmed(value));
}

bool SignIns::claim(SignIn& sign_in, std::string_view user_code) {
  const auto code = store_.device_code_for(normal_user_code(user_code));
  if (!code || code->state != DeviceCode::State::pending || clock_.now() >= code->expires_at) return false;
  const auto application = store_.application(code->client_id);
  if (!application) return false;
  auto scopes = parse_scopes(code->scope, application->name);
  if (!scopes) return false;
  sign_in.code_hash = code->code_hash;
  sign_in.tenant = code->tenant;
  sign_in.client_id = application->client_id;
  sign_in.application_name = application->name;
  sign_in.publisher = application->publisher;
  sign_in.scopes = std::move(*scopes);
  return true;
}

void SignIns::take_code(SignIn& sign_in, const http::Fields& fields) {
  const auto now = clock_.now();
  if (!code_guesses_.admit(sign_in.peer, now)) {
    sign_in.problem = "cloud.code.too-many";
  } else if (claim(sign_in, typed(fields, "otc"))) {
    code_guesses_.passed(sign_in.peer);
    advance(sign_in);
  } else {
    code_guesses_.failed(sign_in.peer, now);
    sign_in.problem = "cloud.code.unknown";
  }
}

void SignIns::take_pick(SignIn& sign_in, const http::Fields& fields) {
  const auto known = signed_in_user(sign_in);
  if (!known || http::value_of(fields, "action") == "other") {
    sign_in.other_account = true;
    return advance(sign_in);
  }
  sign_in.user = known->id;
  sign_in.authenticated = true;
  sign_in.multi_factor = sessions_.find(sign_in.session)->multi_factor;
  advance(sign_in);
}

void SignIns::take_account(SignIn& sign_in, const http::Fields& fields) {
  sign_in.typed = typed(fields, "loginfmt");
  const auto authority = authority_named(store_, sign_in.tenant);
  const auto user = store_.user_with_address(sign_in.typed);
  if (sign_in.typed.empty()) {
    sign_in.problem = "cloud.account.empty";
  } else if (!user || !authority || !authority->admits(*user)) {
    sign_in.problem = user ? "cloud.account.other-kind" : "cloud.account.unknown";
  } else {
    sign_in.user = user->id;
    sign_in.page = SignInPage::password;
  }
}

void SignIns::take_password(SignIn& sign_in, const http::Fields& fields, std::move_only_function<void()> done) {
  const auto user = store_.user(sign_in.user);
  const auto password = http::value_of(fields, "passwd").value_or("");
  if (!user || http::value_of(fields, "action") == "back") {
    sign_in.user.clear();
    sign_in.page = SignInPage::account;
  } else if (password.empty()) {
    sign_in.problem = "cloud.password.empty";
  } else if (clock_.now() < user->locked_until || checking_.contains(user->id)) {
    sign_in.problem = "cloud.password.locked";
    log(sign_in, 50053, "cloud.reason.locked");
  } else {
    sign_in.busy = true;
    checking_.insert(user->id);
    check_password_(password.size() > longest_answer ? std::string() : password, user->password_hash,
                    [this, id = sign_in.id, user = user->id, done = std::move(done)](bool right) mutable {
                      checking_.erase(user);
                      if (const auto found = sign_ins_.find(id); found != sign_ins_.end()) {
                        found->second.busy = false;
                        password_checked(found->second, right);
                      }
                      done();
                    });
    return;
  }
  done();
}

void SignIns::password_checked(SignIn& sign_in, bool right) {
  auto user = store_.user(sign_in.user);
  if (!user) return fail(sign_in, aadsts(50034, {store_.fact(fact::tenant_id)}));
  if (!right) {
    if (++user->wrong_passwords >= wrong_passwords_allowed) {
      user->locked_until = clock_.now() + first_lock * (1 << std::min(user->lock_outs, most_doublings));
      user->wrong_passwords = 0;
      ++user->lock_outs;
    }
    if (!store_.put(*user)) return fail(sign_in, aadsts(90055));
    sign_in.problem = clock_.now() < user->locked_until ? "cloud.password.locked" : "cloud.password.wrong";
    return log(sign_in, 50126, "cloud.reason.wrong-password");
  }
  if (user->wrong_passwords != 0 || user->lock_outs != 0) {
    user->wrong_passwords = user->lock_outs = 0;
    if (!store_.put(*user)) return fail(sign_in, aadsts(90055));
  }
  if (!user->enabled) {
    sign_in.problem = "cloud.password.disabled";
    return log(sign_in, 50057, "cloud.reason.disabled");
  }
  sign_in.authenticated = true;
  sessions_.end(sign_in.session);
  sign_in.session = sessions_.begin(user->id, false);
  advance(sign_in);
}

void SignIns::take_consent(SignIn& sign_in, const http::Fields& fields) {
  const bool for_all =
      sign_in.purpose == SignIn::Purpose::admin_consent || !http::value_of(fields, "organization").value_or("").empty();
  if (for_all && !may_consent_for_all(sign_in)) {
    sign_in.page = SignInPage::approval_needed;
    return log(sign_in, 90094, "cloud.reason.approval-needed");
  }
  std::vector<Consent> consents;
  for (auto& scope : sign_in.scopes.in_full()) {
    consents.push_back({sign_in.client_id, for_all ? std::string() : sign_in.user, std::move(scope), clock_.now()});
  }
  if (!store_.grant(consents)) return fail(sign_in, aadsts(90055));
  sign_in.consented = true;
  advance(sign_in);
}

}  // namespace paneltwin::net::cloud
