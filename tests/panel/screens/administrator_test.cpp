// Lock Setting and the administrator at the panel.
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

class AdministratorAtPanel : public PanelTest {
 protected:
  void open_locked(const std::string& model = "large") {
    machine.state.admin.lock_setting = true;
    machine.publish();
    open(model);
  }
  void log_in() {
    machine.state.admin.panel_logged_in = true;
    machine.publish();
    answer(0);
  }
};

TEST_F(AdministratorAtPanel, the_lock_key_shows_only_with_lock_setting) {
  open();
  EXPECT_EQ(node("lock"), nullptr);
  machine.state.admin.lock_setting = true;
  publish();
  EXPECT_NE(node("lock"), nullptr);
}

TEST_F(AdministratorAtPanel, a_locked_item_asks_for_the_password_and_then_opens) {
  for (const std::string model : {"large", "compact"}) {
    machine.state.admin.panel_logged_in = false;
    open_locked(model);
    tap("settings");
    tap("general-settings");
    tap("network-settings");
    EXPECT_NE(node("administrator-log-in"), nullptr);
    type("12345678");
    tap("ok");
    ASSERT_NE(machine.last<device::command::LogInAdministrator>(), nullptr);
    EXPECT_EQ(machine.last<device::command::LogInAdministrator>()->password, "12345678");
    log_in();
    EXPECT_EQ(node("administrator-log-in"), nullptr);
    EXPECT_EQ(panel->screen(), "network-settings");
  }
}

TEST_F(AdministratorAtPanel, a_wrong_password_is_said_and_may_be_tried_again) {
  open_locked();
  tap("lock");
  type("wrong");
  press("Enter");
  answer(device::fail(device::FailureKind::wrong_password));
  EXPECT_NE(node("failure"), nullptr);
  tap("ok");
  EXPECT_NE(node("administrator-log-in"), nullptr);
  EXPECT_TRUE(the("input").value.empty());
}

TEST_F(AdministratorAtPanel, the_password_never_shows) {
  open_locked();
  tap("lock");
  type("87654321");
  EXPECT_EQ(the("input").value.find('8'), std::string::npos);
  EXPECT_EQ(to_json(panel->tree()).find("87654321"), std::string::npos);
}

TEST_F(AdministratorAtPanel, logs_out_by_the_same_key) {
  machine.state.admin.panel_logged_in = true;
  open_locked();
  tap("settings");
  tap("lock");
  tap("yes");
  EXPECT_NE(machine.last<device::command::LogOutAdministrator>(), nullptr);
  EXPECT_EQ(panel->screen(), "home");
}

TEST_F(AdministratorAtPanel, lock_setting_is_the_administrators_to_change) {
  open();
  ASSERT_TRUE(panel->open_screen("lock-setting"));
  settle();
  tap("on");
  EXPECT_EQ(machine.last<device::command::SetLockSetting>(), nullptr);
  type("12345678");
  press("Enter");
  log_in();
  ASSERT_NE(machine.last<device::command::SetLockSetting>(), nullptr);
  EXPECT_TRUE(machine.last<device::command::SetLockSetting>()->on);
}

TEST_F(AdministratorAtPanel, a_new_password_is_typed_twice_alike) {
  machine.state.admin.panel_logged_in = true;
  open();
  ASSERT_TRUE(panel->open_screen("admin-password"));
  settle();
  const auto change = [&](const char* again) {
    tap("change-password");
    for (const auto* password : {"03212791", "a better one", again}) {
      type(password);
      press("Enter");
    }
  };
  change("another one");
  EXPECT_NE(node("passwords-differ"), nullptr);
  EXPECT_EQ(machine.last<device::command::ChangeAdministratorPassword>(), nullptr);
  tap("ok");
  change("a better one");
  const auto* posted = machine.last<device::command::ChangeAdministratorPassword>();
  ASSERT_NE(posted, nullptr);
  EXPECT_EQ(posted->current, "03212791");
  EXPECT_EQ(posted->next, "a better one");
}

TEST_F(AdministratorAtPanel, changing_the_language_is_locked_from_the_home_screens_ways_too) {
  open_locked();
  tap("sound-icon");
  EXPECT_NE(node("administrator-log-in"), nullptr);
  press("Escape");
  tap("settings");
  tap("language");
  EXPECT_NE(node("administrator-log-in"), nullptr);
}

}  // namespace paneltwin::panel
