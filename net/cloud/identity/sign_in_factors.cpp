// SignIns: the second factor, by an authenticator app's code (RFC 6238) or by a number typed on the practice phone.
#include <fmt/format.h>

#include "device/random.hpp"
#include "net/cloud/identity/ids.hpp"
#include "net/cloud/identity/sign_ins.hpp"
#include "net/cloud/identity/totp.hpp"

namespace paneltwin::net::cloud {

namespace {

constexpr std::chrono::seconds phone_waits{60};
constexpr int least_number = 10, numbers = 90;

int random_number() {
  const auto bytes = device::random_bytes(2);
  return least_number + (static_cast<unsigned char>(bytes[0]) * 256 + static_cast<unsigned char>(bytes[1])) % numbers;
}

}  // namespace

void SignIns::factor_given(SignIn& sign_in, const User& user) {
  sign_in.multi_factor = true;
  sessions_.end(sign_in.session);
  sign_in.session = sessions_.begin(user.id, true);
  advance(sign_in);
}

void SignIns::take_factor(SignIn& sign_in, const http::Fields& fields) {
  auto user = store_.user(sign_in.user);
  if (!user) return fail(sign_in, aadsts(50034, {store_.fact(fact::tenant_id)}));
  const bool registers = sign_in.page == SignInPage::register_factor;
  if (registers && http::value_of(fields, "action") == "phone") {
    user->totp_secret = sign_in.totp_secret;
    user->phone = true;
    if (!store_.put(*user)) return fail(sign_in, aadsts(90055));
    return advance(sign_in);
  }
  const auto now = clock_.now();
  const auto guesser = fmt::format("factor {}", user->id);
  if (!code_guesses_.admit(guesser, now)) {
    sign_in.problem = "cloud.code.too-many";
    return;
  }
  if (!totp_matches(registers ? sign_in.totp_secret : user->totp_secret, typed(fields, "otc"), now)) {
    code_guesses_.failed(guesser, now);
    sign_in.problem = "cloud.factor.wrong";
    return log(sign_in, 50074, "cloud.reason.wrong-code");
  }
  code_guesses_.passed(guesser);
  if (registers) {
    user->totp_secret = sign_in.totp_secret;
    if (!store_.put(*user)) return fail(sign_in, aadsts(90055));
  }
  factor_given(sign_in, *user);
}

void SignIns::ask_phone(SignIn& sign_in) {
  sign_in.page = SignInPage::approve_request;
  sign_in.ticket = new_secret(18);
  sign_in.number = random_number();
  sign_in.asked_at = clock_.now();
}

bool SignIns::waits_for_phone(const SignIn& sign_in) const {
  return sign_in.page == SignInPage::approve_request && !sign_in.ticket.empty() &&
         clock_.now() < sign_in.asked_at + phone_waits;
}

void SignIns::take_approval(SignIn& sign_in, const http::Fields& fields) {
  if (http::value_of(fields, "action") == "other") {
    sign_in.ticket.clear();
    sign_in.page = SignInPage::one_time_code;
  } else if (!waits_for_phone(sign_in)) {
    ask_phone(sign_in);
  }
}

std::vector<SignIns::PhoneRequest> SignIns::phone_requests() const {
  std::vector<PhoneRequest> waiting;
  for (const auto& [id, sign_in] : sign_ins_) {
    if (waits_for_phone(sign_in)) waiting.push_back({sign_in.ticket, sign_in.user, sign_in.application_name});
  }
  return waiting;
}

bool SignIns::answer_phone(std::string_view ticket, std::string_view typed_number) {
  for (auto& [id, sign_in] : sign_ins_) {
    if (!waits_for_phone(sign_in) || !same_secret(sign_in.ticket, ticket)) continue;
    const auto user = store_.user(sign_in.user);
    sign_in.ticket.clear();
    if (user && typed_number == std::to_string(sign_in.number)) {
      factor_given(sign_in, *user);
      return true;
    }
    sign_in.problem = "cloud.approve.denied";
    log(sign_in, 500121, typed_number.empty() ? "cloud.reason.denied" : "cloud.reason.wrong-number");
    return false;
  }
  return false;
}

}  // namespace paneltwin::net::cloud
