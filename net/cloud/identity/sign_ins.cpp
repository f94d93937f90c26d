#include "net/cloud/identity/sign_ins.hpp"

#include <algorithm>

#include "net/cloud/identity/ids.hpp"
#include "net/cloud/identity/tenants.hpp"
#include "net/cloud/identity/totp.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::chrono::hours sign_in_life{1};
constexpr std::size_t most_sign_ins = 1000;

/// The page that tells of `error`: some have their own.
SignInPage page_of(const AadstsError& error) { return error.code == 53003 ? SignInPage::blocked : SignInPage::trouble; }

}  // namespace

std::string_view name_of(SignInPage page) {
  constexpr std::string_view names[] = {
      "code",    "pick",    "account",         "password", "register_factor", "one_time_code", "approve_request",
      "confirm", "consent", "approval_needed", "blocked",  "trouble",         "done",          "declined",
      "leaving"};
  return names[static_cast<std::size_t>(page)];
}

SignIn& SignIns::begin(SignIn wanted, std::string_view session) {
  const auto now = clock_.now();
  std::erase_if(sign_ins_, [&](const auto& entry) { return now >= entry.second.expires_at; });
  if (sign_ins_.size() >= most_sign_ins) {
    sign_ins_.erase(std::ranges::min_element(sign_ins_, {}, [](const auto& entry) { return entry.second.expires_at; }));
  }
  wanted.id = new_secret(18);
  wanted.canary = new_secret(18);
  wanted.expires_at = now + sign_in_life;
  wanted.session = session;
  auto& sign_in = sign_ins_[wanted.id] = std::move(wanted);
  advance(sign_in);
  return sign_in;
}

SignIn* SignIns::find(std::string_view id, std::string_view browser) {
  const auto found = sign_ins_.find(id);
  if (found == sign_ins_.end() || clock_.now() >= found->second.expires_at) return nullptr;
  return same_secret(found->second.browser, browser) ? &found->second : nullptr;
}

void SignIns::answer(SignIn& sign_in, std::string_view page, const http::Fields& fields,
                     std::move_only_function<void()> done) {
  if (page != name_of(sign_in.page) || sign_in.busy) return done();
  sign_in.problem.clear();
  const auto action = http::value_of(fields, "action").value_or("next");
  const bool cancels = action == "cancel";
  switch (sign_in.page) {
    case SignInPage::code:
      take_code(sign_in, fields);
      break;
    case SignInPage::pick:
      take_pick(sign_in, fields);
      break;
    case SignInPage::account:
      take_account(sign_in, fields);
      break;
    case SignInPage::password:
      return take_password(sign_in, fields, std::move(done));
    case SignInPage::register_factor:
    case SignInPage::one_time_code:
      cancels ? decline(sign_in) : take_factor(sign_in, fields);
      break;
    case SignInPage::approve_request:
      cancels ? decline(sign_in) : take_approval(sign_in, fields);
      break;
    case SignInPage::confirm:
      sign_in.confirmed = !cancels;
      cancels ? decline(sign_in) : advance(sign_in);
      break;
    case SignInPage::consent:
      cancels ? decline(sign_in) : take_consent(sign_in, fields);
      break;
    case SignInPage::approval_needed:
      decline(sign_in);
      break;
    case SignInPage::blocked:
    case SignInPage::trouble:
    case SignInPage::done:
    case SignInPage::declined:
    case SignInPage::leaving:
      break;
  }
  done();
}

void SignIns::advance(SignIn& sign_in) {
  if (sign_in.purpose == SignIn::Purpose::device && sign_in.code_hash.empty()) {
    sign_in.page = SignInPage::code;
    return;
  }
  if (!sign_in.authenticated) return ask_who(sign_in);
  const auto user = store_.user(sign_in.user);
  if (!user || !user->enabled) return fail(sign_in, aadsts(50057));
  if (!pass_policies(sign_in, *user)) return;
  if (sign_in.purpose == SignIn::Purpose::device && !sign_in.confirmed) {
    sign_in.page = SignInPage::confirm;
    return;
  }
  if (pass_consent(sign_in, *user)) finish(sign_in, *user);
}

std::optional<User> SignIns::signed_in_user(const SignIn& sign_in) {
  const auto* session = sessions_.find(sign_in.session);
  if (!session || sign_in.other_account || sign_in.prompt == "login") return std::nullopt;
  const auto authority = authority_named(store_, sign_in.tenant);
  auto user = store_.user(session->user);
  if (!authority || !user || !user->enabled || !authority->admits(*user)) return std::nullopt;
  if (!sign_in.login_hint.empty() && !user->owns(sign_in.login_hint)) return std::nullopt;
  return user;
}

void SignIns::ask_who(SignIn& sign_in) {
  const auto known = signed_in_user(sign_in);
  if (known && sign_in.purpose != SignIn::Purpose::device && sign_in.prompt != "select_account") {
    sign_in.user = known->id;
    sign_in.authenticated = true;
    sign_in.multi_factor = sessions_.find(sign_in.session)->multi_factor;
    return advance(sign_in);
  }
  if (sign_in.prompt == "none") return leave_with_error(sign_in, aadsts(50058));
  if (known) {
    sign_in.page = SignInPage::pick;
  } else {
    if (sign_in.typed.empty()) sign_in.typed = sign_in.login_hint;
    sign_in.page = SignInPage::account;
  }
}

bool SignIns::pass_policies(SignIn& sign_in, const User& user) {
  std::vector<std::string> report_only;
  const auto access = access_for(
      store_, user, {.device_code = sign_in.purpose == SignIn::Purpose::device, .multi_factor = sign_in.multi_factor},
      &report_only);
  if (access == Access::allowed) return true;
  if (sign_in.prompt == "none" || access == Access::blocked) {
    const auto error = *refusal(access, sign_in.scopes.resource);
    if (sign_in.prompt == "none") {
      leave_with_error(sign_in, error);
    } else {
      fail(sign_in, error, page_of(error));
    }
    return false;
  }
  if (access == Access::needs_registration) {
    if (sign_in.totp_secret.empty()) sign_in.totp_secret = new_totp_secret();
    sign_in.page = SignInPage::register_factor;
  } else if (user.phone) {
    ask_phone(sign_in);
  } else {
    sign_in.page = SignInPage::one_time_code;
  }
  return false;
}

bool SignIns::may_consent_for_all(const SignIn& sign_in) {
  const auto user = store_.user(sign_in.user);
  return user && user->has_role(global_administrator);
}

bool SignIns::pass_consent(SignIn& sign_in, const User& user) {
  using Purpose = SignIn::Purpose;
  if (sign_in.purpose == Purpose::visit || sign_in.consented) return true;
  if (sign_in.purpose == Purpose::admin_consent) {
    sign_in.page = may_consent_for_all(sign_in) ? SignInPage::consent : SignInPage::approval_needed;
    if (sign_in.page == SignInPage::approval_needed) log(sign_in, 90094, "cloud.reason.approval-needed");
    return false;
  }
  if (sign_in.prompt != "consent" && cloud::consented(store_, user, sign_in.client_id, sign_in.scopes)) return true;
  if (sign_in.prompt == "none") {
    leave_with_error(sign_in, aadsts(65001, {sign_in.client_id, sign_in.application_name}));
  } else if (!user.personal() && store_.is_on(fact::user_consent_off) && !may_consent_for_all(sign_in)) {
    sign_in.page = SignInPage::approval_needed;
    log(sign_in, 90094, "cloud.reason.approval-needed");
  } else {
    sign_in.page = SignInPage::consent;
  }
  return false;
}

device::Result<void> SignIns::approve(std::string_view user_code, std::string_view address, bool for_organization) {
  using device::FailureKind;
  const auto user = store_.user_with_address(address);
  if (!user) return device::fail(FailureKind::not_found, "user");
  SignIn sign_in{.trace = {new_guid(), new_guid()}, .purpose = SignIn::Purpose::device, .peer = "127.0.0.1"};
  if (!claim(sign_in, user_code)) return device::fail(FailureKind::not_found, "user code");
  if (const auto authority = authority_named(store_, sign_in.tenant); !authority || !authority->admits(*user)) {
    return device::fail(FailureKind::not_found, "user");
  }
  sign_in.user = user->id;
  // The operator stands in for the person, phone included.
  sign_in.authenticated = sign_in.multi_factor = sign_in.confirmed = true;
  if (for_organization && !may_consent_for_all(sign_in)) {
    return device::fail(FailureKind::not_allowed, "consent for the organization");
  }
  advance(sign_in);
  if (sign_in.page == SignInPage::consent) {
    take_consent(sign_in, {{"action", "next"}, {"organization", for_organization ? "1" : ""}});
  }
  if (sign_in.page == SignInPage::done) return {};
  if (sign_in.page == SignInPage::approval_needed) return device::fail(FailureKind::not_allowed, "consent");
  return device::fail(FailureKind::sign_in_blocked, sign_in.error ? sign_in.error->text : "");
}

}  // namespace paneltwin::net::cloud
