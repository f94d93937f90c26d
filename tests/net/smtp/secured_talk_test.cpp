// The talk over TLS, with an authority and a clock of its own.
#include <gmock/gmock.h>

#include "device/assets.hpp"
#include "net/smtp/smtp_transport.hpp"
#include "tests/net/scripted_server.hpp"
#include "tests/net/wire_fixture.hpp"

namespace paneltwin::net::smtp {
namespace {

using device::FailureKind;
using device::MailServer;
using device::Result;
using testing::ElementsAre;
using testing::StartsWith;

class SecuredTalkTest : public WireFixture {
 protected:
  /// A server that takes one mail in, over TLS from its first byte or by STARTTLS.
  net::ScriptedServer::Script server(bool from_first_byte) {
    return [this, from_first_byte](Peer& peer) {
      if (from_first_byte && !peer.start_tls()) return;
      peer.write("220 mail.test\r\n");
      heard.push_back(peer.read_line());
      if (!from_first_byte) {
        peer.write("250-mail.test\r\n250 STARTTLS\r\n");
        heard.push_back(peer.read_line());
        peer.write("220 Go\r\n");
        if (!peer.start_tls()) return;
        heard.push_back(peer.read_line());
      }
      peer.write("250-mail.test\r\n250 AUTH LOGIN XOAUTH2\r\n");
      heard.push_back(peer.read_line().substr(0, 12));
      peer.write(after_auth);
      for (const auto* answer : {"250 OK\r\n", "250 OK\r\n", "354 Go\r\n"}) {
        heard.push_back(peer.read_line());
        peer.write(answer);
      }
      peer.read_until("\r\n.\r\n");
      peer.write("250 2.0.0 OK 1\r\n");
      if (peer.read_line() == "QUIT" && says_goodbye) peer.write("221 Bye\r\n");
      peer.linger();
    };
  }

  Result<device::MailReceipt> send(const net::ScriptedServer& to, device::Security security, bool validate = true) {
    const auto transport = make_mail_transport(wire);
    const MailServer where{.host = "127.0.0.1",
                           .port = to.port(),
                           .security = security,
                           .validate_certificate = validate,
                           .authentication = MailServer::Authentication::xoauth2,
                           .user = "printer@contoso.example",
                           .secret = "the-token"};
    const device::MailMessage message{
        .message_id = "1@x", .from = "printer@contoso.example", .to = {"anna@contoso.example"}, .subject = "S"};
    return result_of<Result<device::MailReceipt>>(
        [&](auto done) { transport->send(where, message, [] {}, {}, std::move(done)); });
  }

  std::vector<std::string> heard;
  std::string after_auth = "235 OK\r\n";
  bool says_goodbye = true;
};

TEST_F(SecuredTalkTest, ForgetsAllBeforeStarttlsAndShowsTheTokenOnlyAfterIt) {
  const net::ScriptedServer mail(server(false), authority.get());
  const auto receipt = send(mail, device::Security::starttls);
  ASSERT_TRUE(receipt) << receipt.error().detail;
  EXPECT_EQ(receipt->reply, "250 2.0.0 OK 1");
  EXPECT_THAT(heard, ElementsAre("EHLO [127.0.0.1]", "STARTTLS", "EHLO [127.0.0.1]", "AUTH XOAUTH2",
                                 "MAIL FROM:<printer@contoso.example>", "RCPT TO:<anna@contoso.example>", "DATA"));
}

TEST_F(SecuredTalkTest, SpeaksTlsFromTheFirstByte) {
  const net::ScriptedServer mail(server(true), authority.get());
  EXPECT_TRUE(send(mail, device::Security::ssl_tls));
  EXPECT_THAT(heard.front(), StartsWith("EHLO"));
}

TEST_F(SecuredTalkTest, HasSentTheMailEvenWhenTheServerSaysNoGoodbye) {
  says_goodbye = false;
  const net::ScriptedServer mail(server(true), authority.get());
  EXPECT_TRUE(send(mail, device::Security::ssl_tls));
}

TEST_F(SecuredTalkTest, ShowsNoTokenToAServerThatItCannotTrust) {
  const auto kind = [&](bool validate) {
    heard.clear();
    const net::ScriptedServer mail(server(false), authority.get());
    const auto receipt = send(mail, device::Security::starttls, validate);
    return receipt ? FailureKind::busy : receipt.error().kind;
  };
  clock.set(now - std::chrono::days(400));
  EXPECT_EQ(kind(true), FailureKind::tls_untrusted_date);
  EXPECT_THAT(heard, ElementsAre("EHLO [127.0.0.1]", "STARTTLS"));
  clock.set(now);
  faults.tls = true;
  EXPECT_EQ(kind(true), FailureKind::tls_untrusted_ca);
  EXPECT_EQ(kind(false), FailureKind::busy) << "sent: the certificate was not to be looked at";
}

TEST_F(SecuredTalkTest, TrustsAnAuthorityThatPeopleImportedAndNoLongerThan) {
  const auto kind = [&] {
    const net::ScriptedServer mail(server(false), authority.get());
    const auto receipt = send(mail, device::Security::starttls);
    return receipt ? FailureKind::busy : receipt.error().kind;
  };
  const auto pem = *device::read_file(authority->certificate());
  const auto set = [&](bool known, std::vector<std::string> imported) {
    loop.sync([&] {
      wire.authorities = known ? std::vector{authority->certificate()} : std::vector<std::filesystem::path>{};
      wire.imported = std::move(imported);
    });
  };
  set(false, {});
  EXPECT_EQ(kind(), FailureKind::tls_untrusted_ca);
  set(false, {pem});
  EXPECT_EQ(kind(), FailureKind::busy) << "sent";
  set(false, {});
  EXPECT_EQ(kind(), FailureKind::tls_untrusted_ca) << "removed again";
}

TEST_F(SecuredTalkTest, TrustsNoneOfTodaysAuthoritiesWithRootsFromBeforeThemButWhatIsImported) {
  loop.sync([&] { wire.knows_todays_roots = false; });
  const auto kind = [&] {
    const net::ScriptedServer mail(server(true), authority.get());
    const auto receipt = send(mail, device::Security::ssl_tls);
    return receipt ? FailureKind::busy : receipt.error().kind;
  };
  EXPECT_EQ(kind(), FailureKind::tls_untrusted_ca);
  loop.sync([&] { wire.imported = {*device::read_file(authority->certificate())}; });
  EXPECT_EQ(kind(), FailureKind::busy) << "sent";
}

TEST_F(SecuredTalkTest, TellsAServerThatWantsStarttls) {
  const net::ScriptedServer plain([](Peer& peer) {
    peer.write("220 mail.test\r\n");
    peer.linger();
  });
  EXPECT_EQ(send(plain, device::Security::ssl_tls).error().kind, FailureKind::starttls_required);
}

TEST_F(SecuredTalkTest, CallsAHandshakeCutShortACommunicationError) {
  const net::ScriptedServer cut([](Peer& peer) {
    peer.write("220 mail.test\r\n");
    peer.read_line();
    peer.write("250-mail.test\r\n250 STARTTLS\r\n");
    peer.read_line();
    peer.write("220 Go\r\n");
  });
  EXPECT_EQ(send(cut, device::Security::starttls).error().kind, FailureKind::communication);
}

TEST_F(SecuredTalkTest, KeepsTheTokenOutOfTheDetailEvenWhenTheServerRepeatsIt) {
  after_auth =
      "535 5.7.3 the-token dXNlcj1wcmludGVyQGNvbnRvc28uZXhhbXBsZQFhdXRoPUJlYXJlciB0aGUtdG9rZW4BAQ== refused\r\n";
  const net::ScriptedServer mail(server(true), authority.get());
  const auto receipt = send(mail, device::Security::ssl_tls);
  ASSERT_FALSE(receipt);
  EXPECT_EQ(receipt.error().kind, FailureKind::authentication);
  EXPECT_EQ(receipt.error().detail, "535 5.7.3 * * refused");
}

}  // namespace
}  // namespace paneltwin::net::smtp
