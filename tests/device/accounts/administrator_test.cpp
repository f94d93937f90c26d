#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;

class AdministratorTest : public MachineTest {
 protected:
  Result<std::int64_t> log_in(const std::string& words) { return ask(command::LogInAdministrator{words}); }
  /// "passed", or the failure's name.
  std::string check(const std::string& user, const std::string& words, const std::string& peer) {
    const auto answer = ask(command::CheckAdministrator{user, words, peer}, Origin::web);
    return answer ? "passed" : std::string(name_of(answer.error().kind));
  }
  const std::string password = device->label().administrator_password;
};

TEST_F(AdministratorTest, logs_in_with_the_password_on_the_label_and_out_again) {
  ASSERT_TRUE(log_in(password));
  EXPECT_TRUE(state().admin.panel_logged_in);
  ASSERT_TRUE(ask(command::LogOutAdministrator{}));
  EXPECT_FALSE(state().admin.panel_logged_in);
}

TEST_F(AdministratorTest, a_wrong_an_empty_and_an_endless_password_are_refused_alike) {
  EXPECT_EQ(log_in("00000000x").error().kind, FailureKind::wrong_password);
  EXPECT_EQ(log_in("").error().kind, FailureKind::wrong_password);
  EXPECT_EQ(log_in(std::string(1 << 20, 'a')).error().kind, FailureKind::wrong_password);
  EXPECT_EQ(log_in(password + std::string(1, '\0')).error().kind, FailureKind::wrong_password);
  EXPECT_FALSE(state().admin.panel_logged_in);
}

TEST_F(AdministratorTest, after_five_wrong_passwords_the_right_one_has_to_wait_too) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(log_in("guess").error().kind, FailureKind::wrong_password);
  EXPECT_EQ(log_in(password).error().kind, FailureKind::try_again_later);
  clock.advance(2s);
  EXPECT_TRUE(log_in(password));
}

TEST_F(AdministratorTest, the_wait_doubles_and_a_right_password_ends_it) {
  for (int i = 0; i < 5; ++i) (void)log_in("guess");
  clock.advance(2s);
  EXPECT_EQ(log_in("guess").error().kind, FailureKind::wrong_password);
  clock.advance(3s);
  EXPECT_EQ(log_in(password).error().kind, FailureKind::try_again_later);
  clock.advance(1s);
  EXPECT_TRUE(log_in(password));
  EXPECT_EQ(log_in("guess").error().kind, FailureKind::wrong_password);
  EXPECT_TRUE(log_in(password));
}

TEST_F(AdministratorTest, web_config_checks_without_logging_in_at_the_panel) {
  EXPECT_EQ(check("", password, "192.0.2.1"), "passed");
  EXPECT_EQ(check("root", password, "192.0.2.1"), "wrong_password");
  EXPECT_FALSE(state().admin.panel_logged_in);
}

TEST_F(AdministratorTest, one_guesser_does_not_lock_out_another_address) {
  for (int i = 0; i < 6; ++i) (void)check("", "guess", "192.0.2.1");
  EXPECT_EQ(check("", password, "192.0.2.1"), "try_again_later");
  EXPECT_EQ(check("", password, "192.0.2.2"), "passed");
  EXPECT_TRUE(log_in(password));
}

TEST_F(AdministratorTest, a_changed_password_is_good_at_once_and_after_a_power_cut) {
  EXPECT_EQ(ask(command::ChangeAdministratorPassword{"wrong", "new password"}).error().kind,
            FailureKind::wrong_password);
  EXPECT_EQ(ask(command::ChangeAdministratorPassword{password, "short"}).error().detail, "next");
  EXPECT_EQ(ask(command::ChangeAdministratorPassword{password, std::string(21, 'a')}).error().detail, "next");
  ASSERT_TRUE(ask(command::ChangeAdministratorPassword{password, "new password"}));
  EXPECT_EQ(ask(command::ChangeAdministratorPassword{.current = "wrong", .to_initial = true}).error().kind,
            FailureKind::wrong_password);
  EXPECT_EQ(log_in(password).error().kind, FailureKind::wrong_password);
  power_cut();
  EXPECT_TRUE(log_in("new password"));
  EXPECT_EQ(device->label().administrator_password, password);
}

TEST_F(AdministratorTest, lock_setting_binds_the_panel_until_the_administrator_logs_in) {
  ASSERT_TRUE(ask(command::SetLockSetting{true}));
  EXPECT_EQ(ask(command::SetContact{"x"}).error().kind, FailureKind::not_allowed);
  EXPECT_EQ(ask(command::PrintStatusSheet{}).error().kind, FailureKind::not_allowed);
  EXPECT_EQ(ask(command::SetLockSetting{false}).error().kind, FailureKind::not_allowed);
  EXPECT_TRUE(ask(command::SetContact{"from a page"}, Origin::web));
  ASSERT_TRUE(log_in(password));
  EXPECT_TRUE(ask(command::SetContact{"from the panel"}));
  EXPECT_TRUE(ask(command::SetLockSetting{false}));
}

TEST_F(AdministratorTest, scanning_needs_no_administrator) {
  set_up_mail();
  ASSERT_TRUE(ask(command::SetLockSetting{true}));
  EXPECT_EQ(scan().result, JobResult::completed);
}

TEST_F(AdministratorTest, a_restart_logs_out) {
  ASSERT_TRUE(log_in(password));
  restart();
  EXPECT_FALSE(state().admin.panel_logged_in);
}

}  // namespace paneltwin::device
