// The e-mail server as three separate things: a page's sign-in, what is stored, and whether the token is still good.
#include <gmock/gmock.h>

#include "device/email/email_server.hpp"
#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

class SignInTest : public MachineTest {
 protected:
  SignInTest() {
    originals.lay(OriginalPlace::glass, 1);
    EXPECT_TRUE(ask(command::OriginalsChanged{}, Origin::world));
  }
  int code(const Job& job) { return job.failure ? words_for(job.failure->kind).code : 0; }
  SignInAttempt attempt() { return state().email.attempts.at(0); }
  /// The job's code, and the message that came up with it.
  std::pair<int, std::string> outcome() {
    const auto job = scan();
    const auto notices = state().notices;
    EXPECT_EQ(notices.size(), 1u);
    if (notices.empty()) return {code(job), ""};
    EXPECT_EQ(notices[0].receipt, job.receipt);
    EXPECT_TRUE(ask(command::DismissNotice{notices[0].id}));
    return {code(job), notices[0].message_key};
  }
  using Outcome = std::pair<int, std::string>;
  const Outcome not_signed_in{360, "notice.not_signed_in"}, expired{361, "notice.sign_in_expired"};
};

TEST_F(SignInTest, without_an_email_server_a_scan_is_refused) {
  EXPECT_EQ(ask(command::StartScan{scan_to()}).error().kind, FailureKind::email_server_off);
}

TEST_F(SignInTest, never_signed_in_gives_the_message_and_360) {
  ASSERT_TRUE(press_ok(std::nullopt));
  EXPECT_EQ(outcome(), not_signed_in);
  EXPECT_TRUE(mail.sent.empty());
}

TEST_F(SignInTest, signed_in_on_the_page_but_ok_not_pressed_gives_360_and_ok_heals_it) {
  ASSERT_TRUE(press_ok(std::nullopt));
  const auto id = sign_in_at_page();
  EXPECT_EQ(attempt().account, "printer@contoso.example");
  EXPECT_FALSE(state().email.sign_in);
  EXPECT_EQ(outcome(), not_signed_in);
  ASSERT_TRUE(press_ok(id));
  EXPECT_TRUE(state().email.attempts.empty());
  EXPECT_EQ(state().email.sign_in, (StoredSignIn{EmailService::exchange_online, "printer@contoso.example", start}));
  EXPECT_EQ(state().email.effective_sender, "printer@contoso.example");
  EXPECT_EQ(scan().result, JobResult::completed);
}

TEST_F(SignInTest, a_sign_in_that_was_not_stored_is_gone_with_a_restart) {
  sign_in_at_page();
  restart();
  EXPECT_TRUE(state().email.attempts.empty());
  EXPECT_FALSE(state().email.sign_in);
}

TEST_F(SignInTest, a_refused_refresh_token_gives_361_from_then_on_and_a_new_sign_in_heals_it) {
  set_up_mail();
  EXPECT_EQ(scan().result, JobResult::completed);
  pass(std::chrono::days(91));
  on_loop([&] { identity.accepted = "another one"; });
  EXPECT_EQ(outcome(), expired);
  EXPECT_EQ(state().email.sign_in->health, SignInHealth::expired);
  EXPECT_EQ(outcome(), expired);
  on_loop([&] { EXPECT_EQ(identity.refreshed_with.size(), 1u); });  // what is known to be refused is not tried again
  restart();
  EXPECT_EQ(state().email.sign_in->health, SignInHealth::expired);
  ASSERT_TRUE(press_ok(sign_in_at_page("other@contoso.example")));
  EXPECT_EQ(state().email.sign_in->health, SignInHealth::good);
  EXPECT_EQ(scan().from, "other@contoso.example");
}

TEST_F(SignInTest, nothing_is_refreshed_in_the_background) {
  set_up_mail();
  for (int week = 0; week < 13; ++week) pass(std::chrono::days(7));
  on_loop([&] { EXPECT_TRUE(identity.refreshed_with.empty()); });
}

TEST_F(SignInTest, a_rotated_refresh_token_is_kept_over_a_power_cut) {
  set_up_mail();
  pass(2h);
  EXPECT_EQ(scan().result, JobResult::completed);
  power_cut();
  EXPECT_EQ(scan().result, JobResult::completed);
  on_loop([&] {
    ASSERT_EQ(identity.refreshed_with.size(), 2u);
    EXPECT_NE(identity.refreshed_with[0], identity.refreshed_with[1]);
  });
}

TEST_F(SignInTest, the_page_shows_the_code_and_what_becomes_of_it) {
  const auto id = ask(command::BeginSignIn{EmailService::exchange_online}, Origin::web).value();
  pass(0s);
  EXPECT_EQ(attempt().phase, SignInAttempt::Phase::waiting_for_user);
  EXPECT_EQ(attempt().user_code, "ABCD-1234");
  EXPECT_EQ(attempt().expires_at, start + 15min);
  on_loop([&] { identity.decide(fail(FailureKind::sign_in_declined)); });
  pass(0s);
  EXPECT_EQ(attempt().phase, SignInAttempt::Phase::failed);
  EXPECT_EQ(attempt().failure->kind, FailureKind::sign_in_declined);
  EXPECT_EQ(attempt().user_code, "");
  EXPECT_EQ(press_ok(id).error().kind, FailureKind::not_found);
}

TEST_F(SignInTest, a_provider_out_of_reach_ends_the_attempt) {
  on_loop([&] { identity.reachable = fail(FailureKind::dns, "login.example"); });
  ask(command::BeginSignIn{EmailService::exchange_online}, Origin::web).value();
  pass(0s);
  EXPECT_EQ(attempt().failure->kind, FailureKind::dns);
}

TEST_F(SignInTest, tokens_without_an_account_or_a_refresh_token_are_of_no_use) {
  ask(command::BeginSignIn{EmailService::exchange_online}, Origin::web).value();
  pass(0s);
  on_loop([&] { identity.sign_in_as(""); });
  pass(0s);
  EXPECT_EQ(attempt().failure->kind, FailureKind::provider_misconfigured);
}

TEST_F(SignInTest, a_cancelled_attempt_stops_asking_and_takes_no_late_answer) {
  const auto id = ask(command::BeginSignIn{EmailService::exchange_online}, Origin::web).value();
  pass(0s);
  ASSERT_TRUE(ask(command::CancelSignIn{id}, Origin::web));
  EXPECT_TRUE(state().email.attempts.empty());
  on_loop([&] {
    EXPECT_TRUE(identity.last_stop->stop_requested());
    identity.sign_in_as("late@contoso.example");
  });
  pass(0s);
  EXPECT_TRUE(state().email.attempts.empty());
  EXPECT_EQ(ask(command::CancelSignIn{id}, Origin::web).error().kind, FailureKind::not_found);
}

TEST_F(SignInTest, an_attempt_for_another_service_or_method_is_not_stored) {
  const auto id = sign_in_at_page();
  const EmailServerSettings outlook{.method = EmailMethod::oauth2, .service = EmailService::outlook_com};
  EXPECT_EQ(ask(command::StoreEmailServer{outlook, {}, id}, Origin::web).error().kind, FailureKind::not_found);
  EXPECT_EQ(ask(command::StoreEmailServer{{}, {}, id}, Origin::web).error().kind, FailureKind::invalid_value);
  EXPECT_EQ(state().email.stored.method, EmailMethod::off);
  EXPECT_TRUE(press_ok(id));
}

TEST_F(SignInTest, ok_again_keeps_the_sign_in_and_another_service_forgets_it) {
  set_up_mail();
  ASSERT_TRUE(press_ok(std::nullopt));
  EXPECT_TRUE(state().email.sign_in);
  const EmailServerSettings outlook{.method = EmailMethod::oauth2, .service = EmailService::outlook_com};
  ASSERT_TRUE(ask(command::StoreEmailServer{outlook, {}, {}}, Origin::web));
  EXPECT_FALSE(state().email.sign_in);
  ASSERT_TRUE(press_ok(std::nullopt));
  EXPECT_EQ(outcome(), not_signed_in);
}

TEST_F(SignInTest, sign_out_forgets_the_sign_in_for_good) {
  set_up_mail();
  ASSERT_TRUE(ask(command::SignOut{}, Origin::web));
  EXPECT_EQ(outcome(), not_signed_in);
  power_cut();
  EXPECT_FALSE(state().email.sign_in);
}

TEST_F(SignInTest, the_oldest_of_many_open_pages_gives_way) {
  const auto first = ask(command::BeginSignIn{EmailService::exchange_online}, Origin::web).value();
  for (int i = 0; i < 20; ++i) ask(command::BeginSignIn{EmailService::exchange_online}, Origin::web).value();
  EXPECT_EQ(state().email.attempts.size(), 8u);
  EXPECT_FALSE(ask(command::CancelSignIn{first}, Origin::web));
}

TEST_F(SignInTest, the_connection_test_asks_the_server_anew) {
  set_up_mail();
  ASSERT_TRUE(ask(command::TestEmailServer{}, Origin::web));
  on_loop([&] {
    EXPECT_EQ(mail.last_test, "printer@contoso.example");
    EXPECT_EQ(identity.refreshed_with.size(), 1u);
    mail.test_answers.push_back(fail(FailureKind::dns, "smtp.contoso.example"));
  });
  EXPECT_EQ(ask(command::TestEmailServer{}, Origin::web).error().kind, FailureKind::dns);
}

TEST_F(SignInTest, a_server_of_ones_own_gets_account_and_password) {
  const EmailServerSettings own{.method = EmailMethod::smtp_auth,
                                .account = "scanner",
                                .sender = "scanner@lab.example",
                                .smtp_host = "mail.lab.example"};
  ASSERT_TRUE(ask(command::StoreEmailServer{own, "pass phrase", {}}, Origin::web));
  EXPECT_TRUE(state().email.password_set);
  restart();
  EXPECT_EQ(scan().result, JobResult::completed);
  on_loop([&] {
    const auto& server = mail.sent.at(0).server;
    EXPECT_EQ(server.authentication, MailServer::Authentication::login);
    EXPECT_EQ(server.user, "scanner");
    EXPECT_EQ(server.secret, "pass phrase");
    EXPECT_EQ(server.host, "mail.lab.example");
    EXPECT_EQ(mail.sent.at(0).message.from, "scanner@lab.example");
  });
}

TEST_F(SignInTest, settings_out_of_their_limits_are_refused_by_name) {
  const EmailServerSettings good{.method = EmailMethod::smtp_auth, .account = "a@b.example", .smtp_host = "m.example"};
  ASSERT_TRUE(check(good));
  const auto refused = [&](auto change) {
    auto settings = good;
    change(settings);
    const auto checked = check(settings);
    return checked ? "taken" : checked.error().detail;
  };
  EXPECT_EQ(refused([](auto& email) { email.account = std::string(256, 'a'); }), "account");
  EXPECT_EQ(refused([](auto& email) { email.account = "no-address"; }), "sender");
  EXPECT_EQ(refused([](auto& email) { email.sender = "a@b\r\n"; }), "sender");
  EXPECT_EQ(refused([](auto& email) { email.smtp_host = ""; }), "smtp_host");
  EXPECT_EQ(refused([](auto& email) { email.smtp_host = "a b"; }), "smtp_host");
  EXPECT_EQ(refused([](auto& email) { email.smtp_port = 0; }), "smtp_port");
  EXPECT_EQ(refused([](auto& email) { email.method = EmailMethod::pop_before_smtp; }), "pop3_host");
  EXPECT_EQ(ask(command::StoreEmailServer{good, std::string(21, 'x'), {}}, Origin::web).error().detail, "password");
}

TEST_F(SignInTest, no_secret_is_in_a_snapshot_or_its_json) {
  std::string all;
  const auto watching = device->subscribe([&](const Snapshot& snapshot) { all += to_json(*snapshot); });
  set_up_mail();
  pass(2h);
  scan();
  const EmailServerSettings own{.method = EmailMethod::smtp_auth, .sender = "a@b.example", .smtp_host = "m.example"};
  ASSERT_TRUE(ask(command::StoreEmailServer{own, "pass phrase", {}}, Origin::web));
  on_loop([&] {
    for (const auto* secret : {"refresh-1", "access-1", "secret-device-code", "pass phrase", "ABCD-1234"}) {
      EXPECT_THAT(all, Not(HasSubstr(secret)));
    }
    EXPECT_THAT(all, Not(HasSubstr(device->label().administrator_password)));
  });
}

}  // namespace paneltwin::device
