// E-mail notification: who hears of what, in which language, once, and through the queue.
#include "device/notification/notification.hpp"

#include <gmock/gmock.h>

#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

class NotificationTest : public MachineTest {
 protected:
  NotificationTest() { set_up_mail(); }

  static Notifications wanted() {
    Notifications all;
    all.destinations[0] = {"boss@contoso.example", "en", {NotifyEvent::administrator_password_changed}};
    all.destinations[3] = {
        "wei.lin@contoso.example", "zh-CN", {NotifyEvent::administrator_password_changed, NotifyEvent::fax_error}};
    all.destinations[4] = {"nobody@contoso.example", "en", {NotifyEvent::paper_jam}};
    return all;
  }
  Result<std::int64_t> set(const Notifications& notifications) {
    return ask(command::SetNotifications{notifications}, Origin::web);
  }
  void change_password() {
    ASSERT_TRUE(ask(command::ChangeAdministratorPassword{device->label().administrator_password, "another-one-1"},
                    Origin::web));
  }
  std::vector<MailMessage> sent() {
    std::vector<MailMessage> messages;
    on_loop([&] {
      for (const auto& one : mail.sent) messages.push_back(one.message);
    });
    return messages;
  }
};

TEST_F(NotificationTest, everybody_who_wants_it_hears_of_it_in_their_language) {
  ASSERT_TRUE(set(wanted()));
  change_password();
  for (int i = 0; i < 4; ++i) pass(1s);
  const auto messages = sent();
  ASSERT_EQ(messages.size(), 2u);
  EXPECT_THAT(messages[0].to, ElementsAre("boss@contoso.example"));
  EXPECT_EQ(messages[0].subject, "Administrator password changed / PANELTWIN");
  EXPECT_THAT(messages[0].body, HasSubstr("PT-C6000 Series"));
  EXPECT_THAT(messages[1].to, ElementsAre("wei.lin@contoso.example"));
  EXPECT_THAT(messages[1].subject, HasSubstr("管理员密码已更改"));
  const auto log = state().log;
  ASSERT_EQ(log.size(), 2u);
  EXPECT_EQ(log[0].type, JobType::email_notification);
  EXPECT_EQ(log[0].result, JobResult::completed);
}

TEST_F(NotificationTest, the_subject_names_what_is_wanted) {
  auto all = wanted();
  all.name_device = false;
  all.name_serial = true;
  ASSERT_TRUE(set(all));
  change_password();
  for (int i = 0; i < 4; ++i) pass(1s);
  EXPECT_EQ(sent()[0].subject, "Administrator password changed / " + state().product.serial);
}

TEST_F(NotificationTest, what_is_set_is_kept_and_what_is_no_address_is_refused) {
  ASSERT_TRUE(set(wanted()));
  restart();
  EXPECT_EQ(state().notifications, wanted());
  auto bad = wanted();
  bad.destinations[2].address = "x@y.example\r\nBcc: z@y.example";
  EXPECT_EQ(set(bad).error().detail, "address-3");
  bad = wanted();
  bad.destinations[1].language = "tlh";
  EXPECT_EQ(set(bad).error().detail, "language-2");
  EXPECT_EQ(state().notifications, wanted());
}

TEST_F(NotificationTest, a_server_that_is_away_is_asked_again) {
  ASSERT_TRUE(set(wanted()));
  on_loop([&] { mail.answers = {fail(FailureKind::communication), fail(FailureKind::dns)}; });
  change_password();
  for (int i = 0; i < 4; ++i) pass(1s);
  EXPECT_EQ(state().active.size(), 2u);
  for (int i = 0; i < 4; ++i) pass(5min);
  EXPECT_TRUE(state().active.empty());
  EXPECT_EQ(state().log[0].result, JobResult::completed);
  EXPECT_EQ(state().log[1].result, JobResult::completed);
  EXPECT_TRUE(state().notices.empty());
}

TEST_F(NotificationTest, what_waits_goes_after_a_power_cut_but_what_may_have_gone_does_not_go_twice) {
  ASSERT_TRUE(set(wanted()));
  on_loop([&] { mail.holds = true; });
  change_password();
  for (int i = 0; i < 4; ++i) pass(1s);
  on_loop([&] {
    ASSERT_EQ(mail.sent.size(), 2u) << "letters do not wait for each other";
    mail.commit();  // the second
  });
  loop.sync([] {});
  power_cut();
  on_loop([&] { mail.holds = false; });
  for (int i = 0; i < 20; ++i) pass(1s);
  const auto messages = sent();
  ASSERT_EQ(messages.size(), 3u);
  EXPECT_THAT(messages[1].to, ElementsAre("wei.lin@contoso.example"));
  EXPECT_EQ(messages[2].to, messages[0].to);
}

TEST_F(NotificationTest, a_fax_that_fails_is_told) {
  ASSERT_TRUE(set(wanted()));
  ASSERT_TRUE(ask(command::SetFaxServer{true, "fax.example"}, Origin::web));
  ASSERT_TRUE(ask(command::StoreEmailServer{.settings = {.method = EmailMethod::oauth2}, .role = MailRole::fax_server},
                  Origin::web));
  ASSERT_TRUE(ask(command::StartFax{{.numbers = {"1"}}}));
  for (int i = 0; i < 4; ++i) pass(1s);
  const auto messages = sent();
  ASSERT_EQ(messages.size(), 1u);
  EXPECT_THAT(messages[0].subject, HasSubstr("传真错误"));
}

TEST_F(NotificationTest, without_a_mail_server_it_is_logged_and_nobody_is_bothered) {
  ASSERT_TRUE(set(wanted()));
  ASSERT_TRUE(ask(command::StoreEmailServer{.settings = {.method = EmailMethod::off}}, Origin::web));
  change_password();
  for (int i = 0; i < 4; ++i) pass(1s);
  ASSERT_EQ(state().log.size(), 2u);
  EXPECT_EQ(state().log[0].failure->kind, FailureKind::email_server_off);
  EXPECT_TRUE(state().notices.empty());
}

}  // namespace paneltwin::device
