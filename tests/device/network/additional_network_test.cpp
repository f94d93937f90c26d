// The second network: its own mail server, and which of the two mail goes out on.
#include "device/network/additional_network.hpp"

#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

class AdditionalNetworkTest : public MachineTest {
 protected:
  AdditionalNetworkTest() {
    model.functions.emplace_back("additional-network");
    restart();
    originals.lay(OriginalPlace::glass, 1);
  }
  Result<std::int64_t> store(EmailMethod method) {
    return ask(
        command::StoreEmailServer{
            .settings = {.method = method, .account = "office@factory.example", .smtp_host = "smtp.factory.example"},
            .password = "secret",
            .role = MailRole::additional_network},
        Origin::web);
  }
};

TEST_F(AdditionalNetworkTest, has_no_oauth2) {
  EXPECT_EQ(store(EmailMethod::oauth2).error().detail, "method");
  EXPECT_FALSE(ask(command::BeginSignIn{EmailService::exchange_online, MailRole::additional_network}, Origin::web));
  EXPECT_TRUE(store(EmailMethod::smtp_auth));
  restart();
  EXPECT_EQ(state().additional_network->email.stored.smtp_host, "smtp.factory.example");
  EXPECT_EQ(state().email.stored.smtp_host, "");
}

TEST_F(AdditionalNetworkTest, mail_goes_out_on_the_network_that_is_chosen) {
  set_up_mail();
  ASSERT_TRUE(store(EmailMethod::smtp_auth));
  EXPECT_EQ(scan().from, "printer@contoso.example");
  ASSERT_TRUE(ask(command::SetMailNetwork{NetworkSide::additional}, Origin::web));
  EXPECT_EQ(scan().from, "office@factory.example");
  on_loop([&] {
    EXPECT_FALSE(mail.sent[0].server.on_additional_network);
    EXPECT_TRUE(mail.sent[1].server.on_additional_network);
    EXPECT_EQ(mail.sent[1].server.host, "smtp.factory.example");
  });
  restart();
  EXPECT_EQ(state().additional_network->mail, NetworkSide::additional);
}

TEST_F(AdditionalNetworkTest, without_a_mail_server_there_nothing_is_sent_there) {
  set_up_mail();
  ASSERT_TRUE(ask(command::SetMailNetwork{NetworkSide::additional}, Origin::web));
  EXPECT_EQ(ask(command::StartScan{scan_to()}).error().kind, FailureKind::email_server_off);
}

TEST_F(AdditionalNetworkTest, a_machine_without_the_board_has_none_of_it) {
  model.functions.pop_back();
  restart();
  EXPECT_FALSE(state().additional_network);
  EXPECT_EQ(ask(command::SetMailNetwork{NetworkSide::additional}, Origin::web).error().kind, FailureKind::not_found);
  EXPECT_EQ(store(EmailMethod::smtp_auth).error().kind, FailureKind::not_found);
}

}  // namespace paneltwin::device
