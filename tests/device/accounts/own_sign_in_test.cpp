#include "tests/device/accounts/user_fixture.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;
using Phase = OwnSignIn::Phase;
using Kind = IdentityPage::Kind;

class OwnSignInTest : public UsersTest {
 protected:
  OwnSignInTest() {
    set_up_mail();
    set({.on = true, .automatic_log_out = 600s, .sender_is_user = true});
    EXPECT_TRUE(put(someone("wei")));
    EXPECT_TRUE(log_in("wei"));
  }
  void next(Result<PageStep> step) {
    on_loop([&] { identity.next_pages.push_back(std::move(step)); });
  }
  void answer(const std::string& text) { ASSERT_TRUE(ask(command::AnswerOwnSignIn{{.text = text}})); }
  /// The whole way, as `account`.
  void sign_in(const std::string& account) {
    ASSERT_TRUE(ask(command::BeginOwnSignIn{}));
    on_loop([&] {
      identity.rotates = true;
      identity.next_pages.push_back(PageStep{.tokens = identity.tokens(account)});
    });
    answer(account);
    until([](const State& state) { return state.users.sign_in && state.users.sign_in->phase == Phase::signed_in; });
  }
  Job scan_to_me() {
    const auto receipt = ask(command::ScanToMyEmail{});
    EXPECT_TRUE(receipt) << receipt.error().detail;
    return receipt ? ended(*receipt) : Job{};
  }
};

TEST_F(OwnSignInTest, leads_from_page_to_page_and_is_durable_when_it_says_so) {
  ASSERT_TRUE(ask(command::BeginOwnSignIn{}));
  EXPECT_EQ(state().users.sign_in->page.kind, Kind::account);
  next(PageStep{{.kind = Kind::password, .user = "wei@contoso.example"}, "page-session", {}});
  answer("wei@contoso.example");
  EXPECT_EQ(state().users.sign_in->page.kind, Kind::password);
  sign_in("wei@contoso.example");
  power_cut();
  ASSERT_TRUE(user("wei").sign_in);
  EXPECT_EQ(user("wei").sign_in->account, "wei@contoso.example");
}

TEST_F(OwnSignInTest, mail_goes_from_and_to_the_user) {
  sign_in("wei@contoso.example");
  const auto job = scan_to_me();
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_EQ(job.type, JobType::scan_to_my_email);
  EXPECT_EQ(job.user, "wei");
  EXPECT_EQ(job.from, "wei@contoso.example");
  EXPECT_EQ(job.destinations, std::vector<std::string>{"wei@contoso.example"});
  EXPECT_TRUE(state().recent_recipients.empty());
}

TEST_F(OwnSignInTest, without_a_sign_in_the_job_ends_with_370_and_the_machines_own_is_not_used) {
  const auto job = scan_to_me();
  ASSERT_TRUE(job.failure);
  EXPECT_EQ(words_for(job.failure->kind).code, 370);
  on_loop([&] { EXPECT_TRUE(mail.sent.empty()); });
}

TEST_F(OwnSignInTest, a_revoked_sign_in_ends_with_370_and_asks_again) {
  sign_in("wei@contoso.example");
  on_loop([&] { identity.accepted = "another"; });
  clock.advance(2h);  // the access token has run out
  ASSERT_TRUE(log_in("wei"));
  const auto job = scan_to_me();
  ASSERT_TRUE(job.failure);
  EXPECT_EQ(words_for(job.failure->kind).code, 370);
  EXPECT_EQ(user("wei").sign_in->health, SignInHealth::expired);
  EXPECT_EQ(state().email.sign_in->health, SignInHealth::good);
  sign_in("wei@contoso.example");
  EXPECT_EQ(scan_to_me().result, JobResult::completed);
}

TEST_F(OwnSignInTest, with_it_off_the_machines_mailbox_sends) {
  set({.on = true, .sender_is_user = false});
  const auto job = scan_to_me();
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_EQ(job.from, "printer@contoso.example");
}

TEST_F(OwnSignInTest, logging_out_in_the_middle_leaves_nothing_behind) {
  ASSERT_TRUE(ask(command::BeginOwnSignIn{}));
  ASSERT_TRUE(ask(command::LogOutUser{}));
  EXPECT_FALSE(state().users.sign_in);
  EXPECT_EQ(ask(command::AnswerOwnSignIn{{.text = "x"}}).error().kind, FailureKind::not_found);
  EXPECT_EQ(ask(command::BeginOwnSignIn{}).error().kind, FailureKind::not_allowed);
  EXPECT_FALSE(user("wei").sign_in);
}

TEST_F(OwnSignInTest, two_users_in_turn_each_send_as_themselves) {
  ASSERT_TRUE(put(someone("maria")));
  on_loop([&] { identity.rotates = true; });
  sign_in("wei@contoso.example");
  EXPECT_EQ(scan_to_me().from, "wei@contoso.example");
  ASSERT_TRUE(log_in("maria"));
  EXPECT_FALSE(state().users.sign_in);
  sign_in("maria@contoso.example");
  EXPECT_EQ(scan_to_me().from, "maria@contoso.example");
}

TEST_F(OwnSignInTest, looks_by_itself_whether_the_phone_has_answered) {
  ASSERT_TRUE(ask(command::BeginOwnSignIn{}));
  const PageStep waits{{.kind = Kind::approve_request, .number = 42}, "page-session", {}};
  next(waits);
  answer("secret");
  next(waits);
  pass(2s);
  on_loop([&] { EXPECT_EQ(identity.answered.back().action, PageAnswer::Action::look); });
  on_loop([&] { identity.next_pages.push_back(PageStep{.tokens = identity.tokens("wei@contoso.example")}); });
  pass(2s);
  EXPECT_EQ(state().users.sign_in->phase, Phase::signed_in);
}

TEST_F(OwnSignInTest, a_provider_without_pages_gives_a_code) {
  on_loop([&] { identity.pages = false; });
  ASSERT_TRUE(ask(command::BeginOwnSignIn{}));
  const auto shown =
      *until([](const State& state) { return state.users.sign_in->phase == Phase::code; })->users.sign_in;
  EXPECT_EQ(shown.user_code, "ABCD-1234");
  EXPECT_EQ(to_json(state()).find("ABCD-1234"), std::string::npos);
  on_loop([&] { identity.sign_in_as("wei@contoso.example"); });
  until([](const State& state) { return state.users.sign_in->phase == Phase::signed_in; });
}

TEST_F(OwnSignInTest, a_scan_goes_into_the_users_own_folder_and_writes_nothing_over) {
  for (int i = 0; i < 2; ++i) {
    const auto receipt =
        ask(command::ScanToMyFolder{{.file_name_prefix = "page", .add_date = false, .add_time = false}});
    ASSERT_TRUE(receipt);
    EXPECT_EQ(ended(*receipt).result, JobResult::completed);
  }
  const auto own = temporary.path() / "folders" / "wei";
  EXPECT_TRUE(std::filesystem::exists(own / "page.pdf"));
  EXPECT_TRUE(std::filesystem::exists(own / "page_2.pdf"));
}

}  // namespace

}  // namespace paneltwin::device
