#include "net/cloud/identity/totp.hpp"
#include "tests/net/cloud/tenant_fixture.hpp"

namespace paneltwin::net::cloud {

using namespace std::chrono_literals;
using device::FailureKind;
using SignInsTest = TenantTest;

TEST_F(SignInsTest, APersonWalksFromTheCodeToTheEnd) {
  const auto [device_code, user_code] = ask_for_code();
  auto& sign_in = begin();
  EXPECT_EQ(sign_in.page, SignInPage::code);
  EXPECT_EQ(answer(sign_in, {{"otc", user_code}}), SignInPage::account);
  EXPECT_EQ(answer(sign_in, {{"loginfmt", "Printer@Contoso.Example"}}), SignInPage::password);
  EXPECT_EQ(answer(sign_in, {{"passwd", "Paper-Feeder-41"}}), SignInPage::confirm);
  EXPECT_EQ(error_of(poll(device_code)), "authorization_pending");
  EXPECT_EQ(answer(sign_in), SignInPage::consent);
  EXPECT_EQ(answer(sign_in), SignInPage::done);
  EXPECT_TRUE(poll(device_code));
}

TEST_F(SignInsTest, TheCodeIsTakenInSmallLettersAndWithBlanks) {
  auto [device_code, user_code] = ask_for_code();
  for (auto& letter : user_code) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  EXPECT_EQ(answer(begin(), {{"otc", " " + user_code.substr(0, 4) + " " + user_code.substr(4) + " "}}),
            SignInPage::account);
}

TEST_F(SignInsTest, WrongExpiredAndUsedCodesAreNotRecognized) {
  auto& sign_in = begin();
  EXPECT_EQ(answer(sign_in, {{"otc", "ABCDEFGHJ"}}), SignInPage::code);
  EXPECT_EQ(sign_in.problem, "cloud.code.unknown");
  const auto used = ask_for_code().second;
  ASSERT_TRUE(sign_ins.approve(used, "admin@contoso.example", false));
  answer(sign_in, {{"otc", used}});
  EXPECT_EQ(sign_in.problem, "cloud.code.unknown");
  const auto late = ask_for_code().second;
  clock.advance(15min);
  answer(sign_in, {{"otc", late}});
  EXPECT_EQ(sign_in.problem, "cloud.code.unknown");
  answer(sign_in, {{"otc", ""}});
  EXPECT_EQ(sign_in.page, SignInPage::code);
}

TEST_F(SignInsTest, WhoGuessesCodesHasToWait) {
  auto& sign_in = begin();
  for (int i = 0; i < 5; ++i) answer(sign_in, {{"otc", "GUESS" + std::to_string(i)}});
  const auto user_code = ask_for_code().second;
  answer(sign_in, {{"otc", user_code}});
  EXPECT_EQ(sign_in.problem, "cloud.code.too-many");
  clock.advance(5s);
  EXPECT_EQ(answer(sign_in, {{"otc", user_code}}), SignInPage::account);
}

TEST_F(SignInsTest, ACodeThatExpiresOnTheWayIsNotApproved) {
  const auto [device_code, user_code] = ask_for_code();
  auto& sign_in = begin();
  walk_to_password(sign_in, user_code, "printer@contoso.example");
  clock.advance(16min);
  answer(sign_in);
  EXPECT_EQ(answer(sign_in), SignInPage::trouble);
  EXPECT_EQ(sign_in.error->code, 70019);
  EXPECT_EQ(error_of(poll(device_code)), "expired_token");
}

TEST_F(SignInsTest, UnknownAccountsAndEmptyAnswersAreToldInPlace) {
  auto& sign_in = begin();
  answer(sign_in, {{"otc", ask_for_code().second}});
  for (const auto& [typed, problem] : {std::pair<std::string, std::string>{"", "cloud.account.empty"},
                                       {"nobody@contoso.example", "cloud.account.unknown"},
                                       {std::string(100'000, 'a'), "cloud.account.empty"}}) {
    EXPECT_EQ(answer(sign_in, {{"loginfmt", typed}}), SignInPage::account);
    EXPECT_EQ(sign_in.problem, problem);
  }
  answer(sign_in, {{"loginfmt", "scanner@contoso.example"}});
  EXPECT_EQ(sign_in.page, SignInPage::password) << "an alias will do";
  EXPECT_EQ(answer(sign_in, {{"passwd", ""}}), SignInPage::password);
  EXPECT_EQ(sign_in.problem, "cloud.password.empty");
  EXPECT_EQ(answer(sign_in, {{"action", "back"}}), SignInPage::account);
}

TEST_F(SignInsTest, TenWrongPasswordsLockTheAccountForAMinuteAndThenForTwo) {
  auto& sign_in = begin();
  answer(sign_in, {{"otc", ask_for_code().second}});
  answer(sign_in, {{"loginfmt", "printer@contoso.example"}});
  const auto guess_ten_times = [&] {
    for (int i = 0; i < 10; ++i) answer(sign_in, {{"passwd", "wrong"}});
    EXPECT_EQ(sign_in.problem, "cloud.password.locked");
  };
  guess_ten_times();
  EXPECT_EQ(answer(sign_in, {{"passwd", "Paper-Feeder-41"}}), SignInPage::password);
  clock.advance(60s);
  guess_ten_times();
  clock.advance(60s);
  EXPECT_EQ(answer(sign_in, {{"passwd", "Paper-Feeder-41"}}), SignInPage::password);
  clock.advance(60s);
  EXPECT_EQ(answer(sign_in, {{"passwd", "Paper-Feeder-41"}}), SignInPage::confirm);
  EXPECT_EQ(user("printer@contoso.example").lock_outs, 0);
}

TEST_F(SignInsTest, ADisabledUserLearnsItOnlyWithTheRightPassword) {
  auto printer = user("printer@contoso.example");
  printer.enabled = false;
  ASSERT_TRUE(store->put(printer));
  auto& sign_in = begin();
  EXPECT_EQ(walk_to_password(sign_in, ask_for_code().second, "printer@contoso.example"), SignInPage::password);
  EXPECT_EQ(sign_in.problem, "cloud.password.disabled");
  answer(sign_in, {{"passwd", "wrong"}});
  EXPECT_EQ(sign_in.problem, "cloud.password.wrong");
}

TEST_F(SignInsTest, OnlyAGlobalAdministratorConsentsForAll) {
  auto& sign_in = begin();
  walk_to_password(sign_in, ask_for_code().second, "maria.santos@contoso.example");
  ASSERT_EQ(answer(sign_in), SignInPage::consent);
  EXPECT_FALSE(sign_ins.may_consent_for_all(sign_in));
  EXPECT_EQ(answer(sign_in, {{"organization", "1"}}), SignInPage::approval_needed) << "a forged tick is no consent";
  EXPECT_TRUE(store->consents().empty());
}

TEST_F(SignInsTest, ConsentForTheOrganizationSparesEverybodyElseThePage) {
  signed_in("admin@contoso.example", true);
  auto& sign_in = begin();
  walk_to_password(sign_in, ask_for_code().second, "maria.santos@contoso.example");
  EXPECT_EQ(answer(sign_in), SignInPage::done);
}

TEST_F(SignInsTest, ConsentOfOneUserIsNobodyElses) {
  signed_in("printer@contoso.example");
  auto& sign_in = begin();
  walk_to_password(sign_in, ask_for_code().second, "maria.santos@contoso.example");
  EXPECT_EQ(answer(sign_in), SignInPage::consent);
}

TEST_F(SignInsTest, WithUserConsentOffAnAdministratorIsNeeded) {
  ASSERT_TRUE(store->set_fact(fact::user_consent_off, "1"));
  const auto [device_code, user_code] = ask_for_code();
  auto& sign_in = begin();
  walk_to_password(sign_in, user_code, "maria.santos@contoso.example");
  EXPECT_EQ(answer(sign_in), SignInPage::approval_needed);
  EXPECT_EQ(answer(sign_in), SignInPage::declined);
  EXPECT_EQ(error_of(poll(device_code)), "authorization_declined");
}

TEST_F(SignInsTest, ABlockingPolicyLeavesTheDevicePending) {
  ASSERT_TRUE(store->put(AccessPolicy{.id = "p", .name = "no", .state = AccessPolicy::State::on}));
  const auto [device_code, user_code] = ask_for_code();
  auto& sign_in = begin();
  EXPECT_EQ(walk_to_password(sign_in, user_code, "printer@contoso.example"), SignInPage::blocked);
  EXPECT_EQ(sign_in.error->code, 53003);
  EXPECT_EQ(error_of(poll(device_code)), "authorization_pending");
}

TEST_F(SignInsTest, SecurityDefaultsAskForAnAuthenticatorAndRememberIt) {
  ASSERT_TRUE(store->set_fact(fact::security_defaults, "1"));
  auto& first = begin();
  ASSERT_EQ(walk_to_password(first, ask_for_code().second, "admin@contoso.example"), SignInPage::register_factor);
  EXPECT_EQ(answer(first, {{"otc", "12345"}}), SignInPage::register_factor);
  EXPECT_EQ(first.problem, "cloud.factor.wrong");
  EXPECT_EQ(answer(first, {{"otc", totp_code(first.totp_secret, clock.now())}}), SignInPage::confirm);
  auto& second = begin();
  ASSERT_EQ(walk_to_password(second, ask_for_code().second, "admin@contoso.example"), SignInPage::one_time_code);
  const auto secret = user("admin@contoso.example").totp_secret;
  EXPECT_EQ(answer(second, {{"otc", totp_code(secret, clock.now() - 2min)}}), SignInPage::one_time_code);
  EXPECT_EQ(answer(second, {{"otc", totp_code(secret, clock.now() - 30s)}}), SignInPage::confirm);
}

TEST_F(SignInsTest, ANumberOnThePracticePhoneIsTheSecondFactor) {
  ASSERT_TRUE(store->set_fact(fact::security_defaults, "1"));
  auto& sign_in = begin();
  ASSERT_EQ(walk_to_password(sign_in, ask_for_code().second, "admin@contoso.example"), SignInPage::register_factor);
  ASSERT_EQ(answer(sign_in, {{"action", "phone"}}), SignInPage::approve_request);
  EXPECT_TRUE(user("admin@contoso.example").phone);
  ASSERT_EQ(sign_ins.phone_requests().size(), 1u);
  EXPECT_EQ(answer(sign_in), SignInPage::approve_request) << "the page cannot pass itself";
  EXPECT_FALSE(sign_in.multi_factor);
  EXPECT_GE(sign_in.number, 10);
  EXPECT_LE(sign_in.number, 99);
  EXPECT_TRUE(sign_ins.answer_phone(sign_in.ticket, std::to_string(sign_in.number)));
  EXPECT_EQ(sign_in.page, SignInPage::confirm);
  EXPECT_TRUE(sign_in.multi_factor);
  EXPECT_TRUE(sign_ins.phone_requests().empty());
}

TEST_F(SignInsTest, AWrongNumberEndsTheRequestAndLateOnesAreNotHeard) {
  ASSERT_TRUE(store->set_fact(fact::security_defaults, "1"));
  auto administrator = user("admin@contoso.example");
  administrator.phone = true;
  administrator.totp_secret = "JBSWY3DPEHPK3PXP";
  ASSERT_TRUE(store->put(administrator));
  auto& sign_in = begin();
  ASSERT_EQ(walk_to_password(sign_in, ask_for_code().second, "admin@contoso.example"), SignInPage::approve_request);
  const auto first = sign_in.ticket;
  EXPECT_FALSE(sign_ins.answer_phone(first, std::to_string(sign_in.number + 1)));
  EXPECT_EQ(sign_in.problem, "cloud.approve.denied");
  EXPECT_FALSE(sign_ins.answer_phone(first, std::to_string(sign_in.number)));
  EXPECT_EQ(store->sign_ins(1).at(0).code, 500121);
  EXPECT_EQ(answer(sign_in), SignInPage::approve_request);
  EXPECT_NE(sign_in.ticket, first) << "a new request";
  clock.advance(61s);
  EXPECT_FALSE(sign_ins.answer_phone(sign_in.ticket, std::to_string(sign_in.number)));
  EXPECT_FALSE(sign_ins.waits_for_phone(sign_in));
  EXPECT_FALSE(sign_ins.answer_phone("", ""));
  ASSERT_EQ(answer(sign_in, {{"action", "other"}}), SignInPage::one_time_code);
  EXPECT_EQ(answer(sign_in, {{"otc", totp_code("JBSWY3DPEHPK3PXP", clock.now())}}), SignInPage::confirm);
}

TEST_F(SignInsTest, WhoIsSignedInAlreadyPicksTheAccount) {
  auto& first = begin();
  walk_to_password(first, ask_for_code().second, "printer@contoso.example");
  const auto session = first.session;
  ASSERT_FALSE(session.empty());
  auto& second = begin({.purpose = SignIn::Purpose::device}, session);
  EXPECT_EQ(answer(second, {{"otc", ask_for_code().second}}), SignInPage::pick);
  EXPECT_EQ(answer(second), SignInPage::confirm);
  auto& third = begin({.purpose = SignIn::Purpose::device}, session);
  answer(third, {{"otc", ask_for_code().second}});
  EXPECT_EQ(answer(third, {{"action", "other"}}), SignInPage::account);
}

TEST_F(SignInsTest, AnAnswerToAnotherPageChangesNothing) {
  auto& sign_in = begin();
  bool answered = false;
  sign_ins.answer(sign_in, "consent", {{"action", "next"}}, [&] { answered = true; });
  EXPECT_TRUE(answered);
  EXPECT_EQ(sign_in.page, SignInPage::code);
}

TEST_F(SignInsTest, ASignInBelongsToItsBrowserForAnHour) {
  const auto id = begin().id;
  EXPECT_NE(sign_ins.find(id, "browser"), nullptr);
  EXPECT_EQ(sign_ins.find(id, "another"), nullptr);
  EXPECT_EQ(sign_ins.find(id, ""), nullptr);
  EXPECT_EQ(sign_ins.find("none", "browser"), nullptr);
  clock.advance(1h);
  EXPECT_EQ(sign_ins.find(id, "browser"), nullptr);
}

TEST_F(SignInsTest, TheOperatorsShortCutFailsForTheReasonAPersonWouldMeet) {
  const auto user_code = ask_for_code().second;
  const auto kind = [](const device::Result<void>& result) { return result.error().kind; };
  EXPECT_EQ(kind(sign_ins.approve("NOSUCHCOD", "printer@contoso.example", false)), FailureKind::not_found);
  EXPECT_EQ(kind(sign_ins.approve(user_code, "nobody@contoso.example", false)), FailureKind::not_found);
  EXPECT_EQ(kind(sign_ins.approve(user_code, "printer@contoso.example", true)), FailureKind::not_allowed);
  ASSERT_TRUE(store->put(AccessPolicy{.id = "p", .name = "no", .state = AccessPolicy::State::on}));
  EXPECT_EQ(kind(sign_ins.approve(user_code, "printer@contoso.example", false)), FailureKind::sign_in_blocked);
  ASSERT_TRUE(store->remove_policy("p"));
  EXPECT_TRUE(sign_ins.approve(user_code, "printer@contoso.example", false));
}

TEST_F(SignInsTest, TheLogTellsHowEachSignInWent) {
  auto& sign_in = begin();
  answer(sign_in, {{"otc", ask_for_code().second}});
  answer(sign_in, {{"loginfmt", "printer@contoso.example"}});
  answer(sign_in, {{"passwd", "wrong"}});
  ASSERT_EQ(store->sign_ins(10).size(), 1u);
  EXPECT_EQ(store->sign_ins(10).front().code, 50126);
  EXPECT_EQ(store->sign_ins(10).front().user, "printer@contoso.example");
  signed_in("printer@contoso.example");
  EXPECT_EQ(store->sign_ins(10).front().code, 0);
  EXPECT_EQ(store->sign_ins(10).front().flow, "device_code");
}

// RFC 6238, appendix B, the last six digits.
TEST(TotpTest, AgreesWithTheRfcsTable) {
  constexpr auto secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  const auto at = [](std::int64_t seconds) { return device::Instant(std::chrono::seconds(seconds)); };
  EXPECT_EQ(totp_code(secret, at(59)), "287082");
  EXPECT_EQ(totp_code(secret, at(1111111109)), "081804");
  EXPECT_EQ(totp_code(secret, at(20000000000)), "353130");
  EXPECT_EQ(totp_code("not base32!", at(59)), "");
}

}  // namespace paneltwin::net::cloud
