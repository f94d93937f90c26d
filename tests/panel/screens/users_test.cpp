// Users at the panel: log-in screen, home screen by rights, and the pages of an own sign-in.
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

namespace {
namespace command = device::command;
using device::IdentityPage;
using device::OwnSignIn;
}  // namespace

class UsersAtThePanel : public PanelTest {
 protected:
  UsersAtThePanel() {
    machine.use();
    machine.state.users.settings = {.on = true, .sender_is_user = true};
    machine.publish();
  }
  void enter(const std::string& id) {
    device::User user{.number = 1, .id = id, .name = "Wei Lin", .email = id + "@contoso.example"};
    machine.state.users.list = std::make_shared<const std::vector<device::User>>(std::vector{user});
    machine.state.users.user = device::LoggedInUser{1, id, user.name, user.email, user.rights};
    ++machine.state.users.turns;
    machine.publish();
  }
  void show(OwnSignIn sign_in) {
    machine.state.users.sign_in = std::move(sign_in);
    publish();
  }
};

TEST_F(UsersAtThePanel, nothing_but_the_log_in_is_there_before_somebody_logs_in) {
  open();
  (void)the("user-log-in");
  EXPECT_EQ(node("scan"), nullptr);
  tap("user-log-in");
  type("wei");
  press("Enter");
  type("secret");
  press("Enter");
  const auto* posted = machine.last<command::LogInUser>();
  ASSERT_NE(posted, nullptr);
  EXPECT_EQ(posted->id, "wei");
  EXPECT_EQ(posted->password, "secret");
  answer(device::fail(device::FailureKind::wrong_user));
  EXPECT_EQ(panel->screen(), "failure");
}

TEST_F(UsersAtThePanel, whoever_comes_finds_the_home_screen_with_what_they_may_do) {
  enter("wei");
  open();
  EXPECT_EQ(the("user-name").text, "Wei Lin");
  (void)the("scan-my-email");
  EXPECT_EQ(node("settings"), nullptr);
  tap("scan");
  enter("maria");
  publish();
  EXPECT_EQ(panel->screen(), "home");
  tap("user-log-out");
  EXPECT_NE(machine.last<command::LogOutUser>(), nullptr);
}

TEST_F(UsersAtThePanel, scan_to_my_email_begins_with_the_own_sign_in) {
  enter("wei");
  open("large");
  tap("scan-my-email");
  ASSERT_NE(machine.last<command::BeginOwnSignIn>(), nullptr);
  show({.phase = OwnSignIn::Phase::page});
  EXPECT_EQ(the("sign-in-field").value, "wei@contoso.example");
  tap("sign-in-next");
  EXPECT_EQ(machine.last<command::AnswerOwnSignIn>()->answer.text, "wei@contoso.example");
  show(
      {.phase = OwnSignIn::Phase::page, .page = {.kind = IdentityPage::Kind::password, .user = "wei@contoso.example"}});
  EXPECT_FALSE(the("sign-in-next").enabled);
  tap("sign-in-field");
  type("secret");
  press("Enter");
  EXPECT_EQ(to_json(panel->tree()).find("secret"), std::string::npos);
  tap("sign-in-next");
  EXPECT_EQ(machine.last<command::AnswerOwnSignIn>()->answer.text, "secret");
  show({.phase = OwnSignIn::Phase::page, .page = {.kind = IdentityPage::Kind::consent, .may_consent_for_all = true}});
  tap("for-organization");
  tap("sign-in-next");
  EXPECT_TRUE(machine.last<command::AnswerOwnSignIn>()->answer.for_organization);
  show({.phase = OwnSignIn::Phase::signed_in, .account = "wei@contoso.example"});
  tap("sign-in-ok");
  EXPECT_NE(machine.last<command::EndOwnSignIn>(), nullptr);
}

TEST_F(UsersAtThePanel, with_the_devices_mailbox_nobody_signs_in) {
  machine.state.users.settings.sender_is_user = false;
  enter("wei");
  open();
  tap("scan-my-email");
  EXPECT_EQ(the("my-destination").value, "wei@contoso.example");
  tap("send");
  EXPECT_NE(machine.last<command::ScanToMyEmail>(), nullptr);
}

TEST_F(UsersAtThePanel, a_model_without_users_knows_nothing_of_them) {
  machine.state.users.settings = {};
  machine.publish();
  open("compact");
  (void)the("scan");
  EXPECT_EQ(node("scan-my-email"), nullptr);
}

}  // namespace paneltwin::panel
