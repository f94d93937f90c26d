#include <gmock/gmock.h>

#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {
namespace {

class AuditLogTest : public MachineTest {
 protected:
  [[nodiscard]] std::vector<AuditEntry> entries() const { return *state().audit; }
  [[nodiscard]] std::string password() const { return device->label().administrator_password; }
};

TEST_F(AuditLogTest, who_when_where_and_what_is_kept_before_the_answer) {
  EXPECT_TRUE(ask(command::SetSettings{{{"sleep-timer", "7"}, {"keyboard", "azerty"}}}, Origin::web));
  ASSERT_EQ(entries().size(), 1U);
  EXPECT_EQ(entries()[0], (AuditEntry{.number = 1,
                                      .at = clock.now(),
                                      .user = "Administrator",
                                      .place = "Web Config",
                                      .event = AuditEvent::settings_changed,
                                      .detail = "keyboard, sleep-timer",
                                      .done = true}));
  power_cut();
  EXPECT_EQ(entries().size(), 1U);
}

TEST_F(AuditLogTest, a_log_in_that_failed_is_there_too_with_its_reason_and_without_the_password) {
  EXPECT_FALSE(ask(command::CheckAdministrator{"", "guess", "192.0.2.7"}, Origin::web));
  EXPECT_TRUE(ask(command::CheckAdministrator{"", password(), "192.0.2.7"}, Origin::web));
  EXPECT_TRUE(ask(command::LogInAdministrator{password()}));
  EXPECT_TRUE(ask(command::LogOutAdministrator{}));
  EXPECT_TRUE(ask(command::LogOutAdministrator{})) << "nobody is there: nothing to log";
  ASSERT_EQ(entries().size(), 4U);
  EXPECT_EQ(entries()[3].detail, "wrong_password");
  EXPECT_FALSE(entries()[3].done);
  EXPECT_EQ(entries()[3].place, "192.0.2.7");
  EXPECT_EQ(entries()[1].place, "panel");
  EXPECT_EQ(entries()[0].event, AuditEvent::log_out);
}

TEST_F(AuditLogTest, what_is_locked_is_tried_in_vain) {
  ask(command::SetLockSetting{true}, Origin::web);
  EXPECT_FALSE(ask(command::SetContact{"me"}));
  EXPECT_EQ(entries()[0].user, "");
  EXPECT_EQ(entries()[0].detail, "contact: not_allowed");
}

TEST_F(AuditLogTest, the_world_around_is_no_user_and_off_is_off) {
  ask(command::SetSetting{"sleep-timer", "7"}, Origin::world);
  EXPECT_TRUE(entries().empty());
  ask(command::SetSetting{"audit-log", "off"}, Origin::web);
  ask(command::SetSetting{"sleep-timer", "9"}, Origin::web);
  EXPECT_EQ(entries().size(), 1U) << "that it was turned off is the last entry";
}

TEST_F(AuditLogTest, the_newest_thousand_stay) {
  for (int i = 0; i < 1005; ++i) {
    device->post(command::RecordEvent{AuditEvent::log_exported, std::to_string(i), "x"}, {}, Origin::web);
  }
  on_loop([] {});
  EXPECT_EQ(entries().size(), 1000U);
  EXPECT_EQ(entries().front().detail, "1004");
  restart();
  EXPECT_EQ(entries().size(), 1000U);
  EXPECT_EQ(entries().back().detail, "5");
}

class AdministratorChange : public AuditLogTest {};

TEST_F(AdministratorChange, takes_a_user_name_and_heeds_the_policy) {
  const auto change = [&](std::string next, std::optional<std::string> name) {
    return ask(command::ChangeAdministratorPassword{password(), std::move(next), std::move(name)}, Origin::web);
  };
  ask(command::SetSetting{"password-digits", "on"}, Origin::web);
  EXPECT_EQ(change("lettersonly", {}).error().detail, "next");
  EXPECT_EQ(change("letters4you", std::string(21, 'x')).error().detail, "user_name");
  EXPECT_TRUE(change("letters4you", "kim"));
  restart();
  EXPECT_EQ(state().admin.user_name, "kim");
  EXPECT_FALSE(ask(command::CheckAdministrator{"", "letters4you", "x"}, Origin::web));
  EXPECT_TRUE(ask(command::CheckAdministrator{"kim", "letters4you", "x"}, Origin::web));
  EXPECT_EQ(entries()[0].user, "kim");
}

TEST_F(AuditLogTest, the_register_of_users_is_logged_by_number_and_never_by_secret) {
  UserChange someone{.password = "secret-of-wei"};
  someone.user.id = "wei";
  EXPECT_TRUE(ask(command::PutUser{someone}, Origin::web));
  EXPECT_EQ(entries()[0].event, AuditEvent::users_changed);
  EXPECT_EQ(entries()[0].detail, "wei");
  EXPECT_TRUE(ask(command::ImportUsers{{UserRow{2, someone}, UserRow{3, fail(FailureKind::invalid_value, "row")}}},
                  Origin::web));
  EXPECT_EQ(entries()[0].event, AuditEvent::users_imported);
  EXPECT_EQ(entries()[0].detail, "2");
  ASSERT_TRUE(until([](const State& now) { return now.users.import && now.users.import->ended; }));
  EXPECT_TRUE(ask(command::RemoveUsers{{state().users.list->front().number}}, Origin::web));
  EXPECT_EQ(entries()[0].event, AuditEvent::users_removed);
  for (const auto& entry : entries()) EXPECT_EQ(entry.detail.find("secret"), std::string::npos);
}

TEST_F(AuditLogTest, what_else_an_administrator_sets_is_named) {
  EXPECT_TRUE(ask(command::SetNotifications{}, Origin::web));
  EXPECT_EQ(entries()[0].detail, "email-notification");
  EXPECT_TRUE(ask(command::SetFaxServer{false, ""}, Origin::web));
  EXPECT_EQ(entries()[0].detail, "fax-server");
  EXPECT_TRUE(ask(command::SetAuthentication{}, Origin::web));
  EXPECT_EQ(entries()[0].detail, "authentication");
  EXPECT_FALSE(ask(command::UpdateRootCertificates{}, Origin::web)) << "nobody to ask";
  EXPECT_EQ(entries()[0].event, AuditEvent::root_certificates_updated);
  EXPECT_FALSE(entries()[0].done);
}

class MovedSettings : public MachineTest {
 protected:
  std::string exported(const std::string& password) {
    const auto out = std::make_shared<std::string>();
    EXPECT_TRUE(ask(command::ExportSettings{password, out}, Origin::web));
    return *out;
  }
  EmailServerSettings own{.method = EmailMethod::smtp_auth,
                          .account = "scan",
                          .sender = "scan@office.test",
                          .smtp_host = "mail.office.test"};
};

TEST_F(MovedSettings, go_to_another_machine_with_the_secrets_under_a_password) {
  ask(command::StoreEmailServer{own, "mail password", std::nullopt}, Origin::web);
  ask(command::SetSetting{"sleep-timer", "42"}, Origin::web);
  EXPECT_EQ(exported("").find("secrets"), std::string::npos);
  const auto file = exported("open sesame");
  EXPECT_EQ(file.find("mail password"), std::string::npos);

  folder = temporary.path() / "other";
  open();
  EXPECT_EQ(ask(command::ImportSettings{file, "wrong"}, Origin::web).error().kind, FailureKind::wrong_password);
  EXPECT_EQ(state().settings.number("sleep-timer"), 15) << "nothing was changed";
  EXPECT_TRUE(ask(command::ImportSettings{file, "open sesame"}, Origin::web));
  EXPECT_EQ(state().settings.number("sleep-timer"), 42);
  EXPECT_EQ(state().email.stored, own);
  EXPECT_TRUE(state().email.password_set);
}

TEST_F(MovedSettings, with_one_bad_line_change_nothing) {
  const auto file = exported("") + "sleep-timer = 7\n";
  const auto answer = ask(command::ImportSettings{file, ""}, Origin::web);
  EXPECT_EQ(answer.error().kind, FailureKind::invalid_value);
  EXPECT_NE(answer.error().detail.find("sleep-timer"), std::string::npos) << "it stands there twice";
  EXPECT_EQ(ask(command::ImportSettings{"# PanelTwin settings 1\nsleep-timer = 7\nlanguage = xx\n", ""}).error().detail,
            "0 language");
  EXPECT_EQ(state().settings.number("sleep-timer"), 15);
}

TEST_F(MovedSettings, are_all_there_or_none_when_a_later_part_cannot_be) {
  model.firmware = "07.31.GW22OA";
  model.oauth2_firmware = "07.60.GW10P4";
  restart();
  const auto answer = ask(command::ImportSettings{"# PanelTwin settings 1\nsleep-timer = 7\ncontact = me\n"
                                                  "email.method = oauth2\nlock-setting = on\n",
                                                  ""},
                          Origin::web);
  EXPECT_EQ(answer.error().kind, FailureKind::invalid_value) << "this firmware has no OAuth2";
  for (int look = 0; look < 2; ++look) {
    EXPECT_EQ(state().settings.number("sleep-timer"), 15);
    EXPECT_EQ(state().admin.contact_name, "");
    EXPECT_FALSE(state().admin.lock_setting);
    power_cut();
  }
}

TEST_F(MovedSettings, are_all_on_the_disk_when_it_is_said_that_they_are) {
  EXPECT_TRUE(
      ask(command::ImportSettings{"# PanelTwin settings 1\nsleep-timer = 7\ncontact = me\n"
                                  "email.method = smtp_auth\nemail.account = scan\nemail.sender = scan@office.test\n"
                                  "email.smtp_host = mail.office.test\nlock-setting = on\n",
                                  ""},
          Origin::web));
  power_cut();
  EXPECT_EQ(state().settings.number("sleep-timer"), 7);
  EXPECT_EQ(state().admin.contact_name, "me");
  EXPECT_EQ(state().email.stored.smtp_host, "mail.office.test");
  EXPECT_TRUE(state().admin.lock_setting);
}

}  // namespace
}  // namespace paneltwin::device
