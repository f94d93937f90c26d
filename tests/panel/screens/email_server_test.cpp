// Network Settings > Advanced > Email Server.
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

class EmailServerScreens : public PanelTest {
 protected:
  void open_at(const char* screen) {
    open();
    ASSERT_TRUE(panel->open_screen(screen));
    settle();
  }
  void write(const char* row, const std::string& text) {
    tap(row);
    while (!the("input").value.empty()) press("Backspace");
    type(text);
    press("Enter");
  }
};

TEST_F(EmailServerScreens, what_is_typed_is_stored_with_ok_and_not_before) {
  open_at("email-server-settings");
  EXPECT_FALSE(the("ok").enabled) << "nothing was changed";
  tap("method");
  tap("smtp_auth");
  write("account", "scanner");
  write("account-password", "secret");
  write("sender", "scanner@lab.example");
  EXPECT_FALSE(the("ok").enabled) << "no server yet";
  write("smtp-server", "mail.lab.example");
  write("smtp-port", "587");
  tap("secure-connection");
  tap("starttls");
  EXPECT_EQ(machine.last<device::command::StoreEmailServer>(), nullptr);
  tap("ok");
  const auto* stored = machine.last<device::command::StoreEmailServer>();
  ASSERT_NE(stored, nullptr);
  EXPECT_EQ(stored->settings.method, device::EmailMethod::smtp_auth);
  EXPECT_EQ(stored->settings.smtp_host, "mail.lab.example");
  EXPECT_EQ(stored->settings.smtp_port, 587);
  EXPECT_EQ(stored->settings.security, device::Security::starttls);
  EXPECT_EQ(stored->password, "secret");
  EXPECT_EQ(to_json(panel->tree()).find("secret"), std::string::npos);
}

TEST_F(EmailServerScreens, a_port_is_a_number_from_1_to_65535) {
  machine.state.email.stored.method = device::EmailMethod::smtp_auth;
  machine.publish();
  open_at("email-server-settings");
  for (const auto* wrong : {"0", "65536", "25a", "-1"}) {
    tap("smtp-port");
    press("Backspace");
    press("Backspace");
    type(wrong);
    EXPECT_FALSE(the("ok").enabled) << wrong;
    press("Escape");
  }
}

TEST_F(EmailServerScreens, oauth2_only_shows_and_leads_to_web_config) {
  machine.use();
  open_at("email-server-settings");
  EXPECT_NE(node("oauth2-note"), nullptr);
  EXPECT_EQ(node("ok"), nullptr);
  tap("method");
  tap("off");
  tap("ok");
  EXPECT_EQ(machine.last<device::command::StoreEmailServer>(), nullptr) << "asks first: the sign-in is given up";
  tap("yes");
  ASSERT_NE(machine.last<device::command::StoreEmailServer>(), nullptr);
}

TEST_F(EmailServerScreens, the_connection_check_says_what_came_of_it) {
  open_at("email-connection-check");
  tap("start");
  ASSERT_NE(machine.last<device::command::TestEmailServer>(), nullptr);
  EXPECT_FALSE(the("start").enabled);
  answer(0);
  EXPECT_EQ(the("result").text, "Connection test was successful.");
  tap("start");
  answer(device::fail(device::FailureKind::tls_not_secured));
  EXPECT_EQ(the("result").text, "The connection is not secured.");
}

}  // namespace paneltwin::panel
