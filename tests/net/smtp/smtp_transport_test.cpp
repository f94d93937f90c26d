#include "net/smtp/smtp_transport.hpp"

#include <future>

#include <gtest/gtest.h>

#include "device/assets.hpp"
#include "tests/device/temporary_folder.hpp"
#include "tests/net/smtp/scripted_server.hpp"

namespace paneltwin::net::smtp {
namespace {

using device::FailureKind;
using device::MailServer;
using device::Result;

struct SmtpTransportTest : testing::Test {
  device::Loop loop;
  device::Clock clock{loop, device::Clock::system_now()};
  Faults faults;
  Wire wire{loop, clock, faults, {}};
  std::unique_ptr<device::MailTransport> transport = make_mail_transport(wire);
  std::atomic<bool> committed{false};
  std::stop_source stop;

  SmtpTransportTest() { loop.start(); }
  ~SmtpTransportTest() override { loop.stop(); }

  static MailServer at(const ScriptedServer& server,
                       MailServer::Authentication how = MailServer::Authentication::none) {
    return {.host = "127.0.0.1", .port = server.port(), .authentication = how, .user = "user", .secret = "token"};
  }

  Result<device::MailReceipt> send(MailServer server, std::vector<std::string> to = {"anna@contoso.example"}) {
    std::promise<Result<device::MailReceipt>> answer;
    transport->send(
        std::move(server),
        {.message_id = "1@x", .from = "printer@contoso.example", .to = std::move(to), .subject = "S", .body = ".dot\n"},
        [this] { committed = true; }, stop.get_token(),
        [&](Result<device::MailReceipt> result) { answer.set_value(std::move(result)); });
    return answer.get_future().get();
  }
};

const std::vector<Step> good{{"", "220 mail.example\r\n"},
                             {"EHLO [127.0.0.1]", "250 mail.example\r\n"},
                             {"MAIL FROM:<printer@contoso.example>", "250 2.1.0 OK\r\n"},
                             {"RCPT TO:<anna@contoso.example>", "250 2.1.5 OK\r\n"},
                             {"DATA", "354 Go\r\n"},
                             {".", "250 2.0.0 Queued\r\n"},
                             {"QUIT", "221 Bye\r\n"}};

/// The good talk with some steps said otherwise.
std::vector<Step> but(std::size_t step, std::string says) {
  auto script = good;
  script[step].says = std::move(says);
  return script;
}

TEST_F(SmtpTransportTest, a_message_goes_and_its_dots_are_stuffed) {
  ScriptedServer server(good);
  const auto receipt = send(at(server));
  ASSERT_TRUE(receipt) << receipt.error().detail;
  EXPECT_EQ(receipt->reply, "250 2.0.0 Queued");
  EXPECT_TRUE(committed);
  const auto heard = server.heard();
  EXPECT_NE(heard.find("\r\n..dot\r\n"), std::string::npos) << heard;
  EXPECT_EQ(heard.find("[expected"), std::string::npos) << heard;
}

TEST_F(SmtpTransportTest, a_pipeline_is_one_write_and_data_waits_for_its_replies) {
  ScriptedServer server({{"", "220 mail.example\r\n"},
                         {"EHLO", "250-mail.example\r\n250-SIZE 100000\r\n250 PIPELINING\r\n"},
                         {"MAIL FROM:<printer@contoso.example> SIZE=", ""},
                         {"RCPT TO:<anna@contoso.example>", ""},
                         {"RCPT TO:<bo@contoso.example>", "250 a\r\n250 b\r\n250 c\r\n"},
                         {"DATA", "354 Go\r\n"},
                         {".", "250 OK\r\n"},
                         {"QUIT", "221 Bye\r\n"}});
  const auto receipt = send(at(server), {"anna@contoso.example", "bo@contoso.example"});
  EXPECT_TRUE(receipt) << receipt.error().detail;
  EXPECT_EQ(server.heard().find("[expected"), std::string::npos);
}

struct Refusal {
  std::size_t step;
  std::string says;
  FailureKind kind;
};

TEST_F(SmtpTransportTest, each_refusal_has_its_meaning) {
  const std::vector<Refusal> refusals{
      {0, "554 5.7.1 Go away\r\n", FailureKind::communication},
      {0, "421 4.3.2 Later\r\n", FailureKind::temporary},
      {0, "SSH-2.0-OpenSSH_9\r\n", FailureKind::unsupported_protocol},
      {2, "550 5.7.60 Client does not have permissions to send as this sender\r\n", FailureKind::sender_refused},
      {2, "530 5.7.57 Client not authenticated to send mail\r\n", FailureKind::authentication},
      {2, "530 5.7.0 Must issue a STARTTLS command first\r\n", FailureKind::starttls_required},
      {2, "552 5.3.4 Message size exceeds fixed limit\r\n", FailureKind::too_large},
      {2, "451 4.3.0 Try later\r\n", FailureKind::temporary},
      {3, "550 5.1.1 No such user\r\n", FailureKind::recipient_refused},
      {3, "452 4.2.2 Mailbox full\r\n", FailureKind::temporary},
      {4, "554 5.5.1 No\r\n", FailureKind::message_refused},
      {5, "554 5.2.252 SendAsDenied; printer@contoso.example not allowed\r\n", FailureKind::sender_refused},
      {5, "552 5.2.3 Too big\r\n", FailureKind::too_large},
      {5, "550 5.7.1 Spam\r\n", FailureKind::message_refused},
      {5, "451 4.7.500 Server busy\r\n", FailureKind::temporary},
  };
  for (const auto& refusal : refusals) {
    ScriptedServer server(but(refusal.step, refusal.says));
    const auto sent = send(at(server));
    ASSERT_FALSE(sent) << refusal.says;
    EXPECT_EQ(sent.error().kind, refusal.kind) << refusal.says << " as " << device::name_of(sent.error().kind);
  }
}

TEST_F(SmtpTransportTest, a_connection_that_breaks_at_any_step_is_a_failure_of_communication) {
  for (std::size_t step = 0; step < good.size() - 1; ++step) {
    committed = false;
    auto script = good;
    script.resize(step);
    script.push_back({"", ""});
    ScriptedServer server(script);
    const auto sent = send(at(server));
    ASSERT_FALSE(sent) << "step " << step;
    EXPECT_EQ(sent.error().kind, FailureKind::communication) << "step " << step;
    EXPECT_EQ(committed.load(), step == 5) << "only past the end of data nobody can tell, step " << step;
  }
}

TEST_F(SmtpTransportTest, a_token_is_refused_at_once_or_after_a_challenge) {
  const std::vector<Step> before{{"", "220 x\r\n"}, {"EHLO", "250-x\r\n250 AUTH LOGIN XOAUTH2\r\n"}};
  auto at_once = before;
  at_once.push_back(
      {"AUTH XOAUTH2 dXNlcj11c2VyAWF1dGg9QmVhcmVyIHRva2VuAQE=", "535 5.7.3 Authentication unsuccessful\r\n"});
  auto challenged = before;
  challenged.push_back({"AUTH XOAUTH2 ", "334 eyJzdGF0dXMiOiI0MDEifQ==\r\n"});
  challenged.push_back({"\r\n", "535 5.7.3 Authentication unsuccessful\r\n"});
  for (const auto& script : {at_once, challenged}) {
    ScriptedServer server(script);
    const auto sent = send(at(server, MailServer::Authentication::xoauth2));
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().kind, FailureKind::authentication);
    EXPECT_EQ(sent.error().detail, "535 5.7.3 Authentication unsuccessful");
    EXPECT_EQ(server.heard().find("[expected"), std::string::npos);
  }
}

TEST_F(SmtpTransportTest, log_in_by_password_and_by_pop_first) {
  auto script = good;
  script[1].says = "250-x\r\n250 AUTH LOGIN\r\n";
  script.insert(
      script.begin() + 2,
      {{"AUTH LOGIN", "334 VXNlcm5hbWU6\r\n"}, {"dXNlcg==", "334 UGFzc3dvcmQ6\r\n"}, {"dG9rZW4=", "235 OK\r\n"}});
  ScriptedServer server(script);
  EXPECT_TRUE(send(at(server, MailServer::Authentication::login)));
  EXPECT_EQ(server.heard().find("[expected"), std::string::npos);

  ScriptedServer pop({{"", "+OK\r\n"}, {"USER user", "+OK\r\n"}, {"PASS token", "+OK\r\n"}, {"QUIT", "+OK\r\n"}});
  ScriptedServer second(good);
  auto mail = at(second, MailServer::Authentication::pop_before_smtp);
  mail.pop3_host = "127.0.0.1";
  mail.pop3_port = pop.port();
  const auto sent = send(mail);
  EXPECT_TRUE(sent) << sent.error().detail;
}

TEST_F(SmtpTransportTest, a_method_that_is_not_offered_and_security_that_is_missing_are_told) {
  ScriptedServer plain({{"", "220 x\r\n"}, {"EHLO", "250 x\r\n"}});
  EXPECT_EQ(send(at(plain, MailServer::Authentication::xoauth2)).error().kind, FailureKind::authentication_method);
  ScriptedServer insecure({{"", "220 x\r\n"}, {"EHLO", "250 x\r\n"}});
  auto wanted = at(insecure);
  wanted.security = device::Security::starttls;
  EXPECT_EQ(send(wanted).error().kind, FailureKind::starttls_missing);
}

TEST_F(SmtpTransportTest, plain_words_after_starttls_are_an_attack) {
  ScriptedServer server(
      {{"", "220 x\r\n"}, {"EHLO", "250-x\r\n250 STARTTLS\r\n"}, {"STARTTLS", "220 Go\r\n250 injected\r\n"}});
  auto wanted = at(server);
  wanted.security = device::Security::starttls;
  EXPECT_EQ(send(wanted).error().kind, FailureKind::tls_not_secured);
}

TEST_F(SmtpTransportTest, faults_of_the_world_stand_in_the_way) {
  ScriptedServer server(good);
  faults.smtp_port = true;
  EXPECT_EQ(send(at(server)).error().kind, FailureKind::communication);
  faults.smtp_port = false;
  faults.dns = true;
  auto named = at(server);
  named.host = "localhost";
  EXPECT_EQ(send(named).error().kind, FailureKind::dns);
}

TEST_F(SmtpTransportTest, a_stop_request_ends_a_talk_that_hangs) {
  ScriptedServer server({{"", "220 x\r\n"}, {"EHLO", "250-"}});
  std::jthread later(
      [&] { loop.post([&] { clock.call_after(std::chrono::milliseconds(20), [&] { stop.request_stop(); }); }); });
  EXPECT_EQ(send(at(server)).error().kind, FailureKind::canceled);
}

TEST_F(SmtpTransportTest, addresses_that_hold_commands_never_reach_the_wire) {
  ScriptedServer server(good);
  const auto sent = send(at(server), {"anna@contoso.example>\r\nRCPT TO:<thief@example.com"});
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.error().kind, FailureKind::recipient_refused);
  EXPECT_EQ(server.heard().find("thief"), std::string::npos);
}

}  // namespace
}  // namespace paneltwin::net::smtp
