// Web Config's connection test: each of its messages, from a server that truly causes it (panel facts 5.5).
#include <boost/asio/ssl/context.hpp>
#include <gtest/gtest.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include "net/smtp/smtp_transport.hpp"
#include "tests/net/scripted_server.hpp"
#include "tests/net/wire_fixture.hpp"

namespace paneltwin::net::smtp {
namespace {

using device::MailServer;
using device::Security;
using Authentication = MailServer::Authentication;
using Script = net::ScriptedServer::Script;

/// What a mail server can do; the talk that follows from it.
struct Abilities {
  bool tls_at_once = false, starttls = false;
  std::string mechanisms = "AUTH LOGIN";  // empty: no SMTP AUTH
  std::string after_password = "235 2.7.0 OK", after_sender = "250 2.1.0 OK";
};

Script mail_server(Abilities can) {
  return [can](Peer& peer) {
    if (can.tls_at_once && !peer.start_tls()) return;
    bool secure = can.tls_at_once;
    peer.write("220 mail.test\r\n");
    for (auto line = peer.read_line(); !line.empty(); line = peer.read_line()) {
      if (line.starts_with("EHLO")) {
        peer.write("250-mail.test\r\n");
        if (can.starttls && !secure) {
          peer.write("250-STARTTLS\r\n");
        } else if (!can.mechanisms.empty()) {
          peer.write("250-" + can.mechanisms + "\r\n");
        }
        peer.write("250 HELP\r\n");
      } else if (line == "STARTTLS") {
        peer.write("220 Go\r\n");
        if (!peer.start_tls()) return;
        secure = true;
      } else if (line == "AUTH LOGIN") {
        peer.write("334 VXNlcg==\r\n");
        peer.read_line();
        peer.write("334 UGFzcw==\r\n");
        peer.read_line();
        peer.write(can.after_password + "\r\n");
      } else if (line.starts_with("MAIL FROM")) {
        peer.write(can.after_sender + "\r\n");
      } else {
        peer.write("221 Bye\r\n");
        return;
      }
    }
  };
}

Script pop3_server(std::string after_password, std::string greeting = "+OK") {
  return [=](Peer& peer) {
    peer.write(greeting + "\r\n");
    peer.read_line();
    peer.write("+OK\r\n");
    peer.read_line();
    peer.write(after_password + "\r\n");
    peer.linger();
  };
}

class ConnectionTest : public WireFixture {
 protected:
  /// The message's key in the catalogues.
  std::string_view message(MailServer where) {
    const auto transport = make_mail_transport(wire);
    const auto result = result_of<device::Result<void>>(
        [&](auto done) { transport->test(std::move(where), "scan@office.test", {}, std::move(done)); });
    return result ? "email.test.successful" : device::words_for(result.error().kind).test;
  }
  std::string_view message(const Script& script, MailServer where) {
    const net::ScriptedServer server(script, authority.get());
    where.host = "127.0.0.1";
    where.port = server.port();
    where.user = "scan";
    where.secret = "secret";
    return message(std::move(where));
  }
  std::string_view message_after_pop3(const Script& pop3, const Script& script) {
    const net::ScriptedServer server(pop3);
    return message(
        script,
        {.authentication = Authentication::pop_before_smtp, .pop3_host = "127.0.0.1", .pop3_port = server.port()});
  }
  static MailServer with(Security security) { return {.security = security, .authentication = Authentication::login}; }
};

TEST_F(ConnectionTest, all_is_well) {
  EXPECT_EQ(message(mail_server({}), with(Security::none)), "email.test.successful");
  EXPECT_EQ(message(mail_server({.starttls = true}), with(Security::starttls)), "email.test.successful");
  EXPECT_EQ(message(mail_server({.tls_at_once = true}), with(Security::ssl_tls)), "email.test.successful");
  EXPECT_EQ(message_after_pop3(pop3_server("+OK"), mail_server({.mechanisms = ""})), "email.test.successful");
}

TEST_F(ConnectionTest, the_server_cannot_be_reached_or_goes_away) {
  EXPECT_EQ(message({.host = "127.0.0.1", .port = 1}), "email.test.communication");
  EXPECT_EQ(message([](Peer&) {}, with(Security::none)), "email.test.communication");
  EXPECT_EQ(message([](Peer& peer) { peer.write("220 mail"); }, with(Security::none)), "email.test.communication");
  faults.network = true;
  EXPECT_EQ(message(mail_server({}), with(Security::none)), "email.test.communication");
}

TEST_F(ConnectionTest, its_name_is_not_found) {
  wire.reply_time = wire.connect_time = std::chrono::seconds(2);  // where no name server answers, nobody waits for it
  EXPECT_EQ(message({.host = "no-such-name.invalid"}), "email.test.dns");
  faults.dns = true;
  EXPECT_EQ(message({.host = "localhost"}), "email.test.dns");
}

TEST_F(ConnectionTest, what_answers_is_no_mail_server) {
  EXPECT_EQ(message([](Peer& peer) { peer.write("HTTP/1.1 400 Bad Request\r\n\r\n"); }, with(Security::none)),
            "email.test.unsupported_protocol");
}

TEST_F(ConnectionTest, the_secure_connection_does_not_match) {
  EXPECT_EQ(message(mail_server({}), with(Security::starttls)), "email.test.starttls_missing");
  EXPECT_EQ(message(mail_server({}), with(Security::ssl_tls)), "email.test.starttls_missing");
  EXPECT_EQ(message(mail_server({.starttls = true}), with(Security::none)), "email.test.starttls_required");
  EXPECT_EQ(message(mail_server({.starttls = true}), with(Security::ssl_tls)), "email.test.starttls_required");
  EXPECT_EQ(message(mail_server({.mechanisms = "", .after_sender = "530 5.7.0 Must issue a STARTTLS command first"}),
                    {.authentication = Authentication::none}),
            "email.test.starttls_required");
  wire.reply_time = std::chrono::seconds(3);  // each waits for the other to speak
  EXPECT_EQ(message(mail_server({.tls_at_once = true}), with(Security::none)), "email.test.ssl_tls_required");
  EXPECT_EQ(message(mail_server({.tls_at_once = true}), with(Security::starttls)), "email.test.ssl_tls_required");
}

TEST_F(ConnectionTest, the_certificate_cannot_be_trusted) {
  const auto tls = mail_server({.tls_at_once = true});
  clock.set(now + std::chrono::days(365 * 40));
  EXPECT_EQ(message(tls, with(Security::ssl_tls)), "email.test.tls_untrusted_date");
  clock.set(now - std::chrono::days(365));
  EXPECT_EQ(message(tls, with(Security::ssl_tls)), "email.test.tls_untrusted_date");
  clock.set(now);
  wire.authorities.clear();
  EXPECT_EQ(message(tls, with(Security::ssl_tls)), "email.test.tls_untrusted_ca");
  auto whatever = with(Security::ssl_tls);
  whatever.validate_certificate = false;
  EXPECT_EQ(message(tls, whatever), "email.test.successful");
}

TEST_F(ConnectionTest, the_certificate_is_damaged) {
  // The server sends its certificate as it lies in memory: one bit of the signature is turned over there.
  const ASN1_BIT_STRING* signature = nullptr;
  X509_get0_signature(&signature, nullptr, SSL_CTX_get0_certificate(authority->server().native_handle()));
  const_cast<unsigned char*>(ASN1_STRING_get0_data(signature))[12] ^= 1;
  EXPECT_EQ(message(mail_server({.tls_at_once = true}), with(Security::ssl_tls)), "email.test.tls_not_secured");
}

TEST_F(ConnectionTest, account_and_password_are_refused) {
  EXPECT_EQ(message(mail_server({.after_password = "535 5.7.8 No"}), with(Security::none)),
            "email.test.authentication");
  EXPECT_EQ(message(mail_server({.after_sender = "530 5.7.0 Authentication required"}),
                    {.authentication = Authentication::none}),
            "email.test.authentication");
}

TEST_F(ConnectionTest, the_method_does_not_match) {
  EXPECT_EQ(message(mail_server({.mechanisms = ""}), with(Security::none)), "email.test.smtp_auth_missing");
  EXPECT_EQ(message_after_pop3(pop3_server("+OK"), mail_server({.after_sender = "530 5.7.0 Authentication required"})),
            "email.test.smtp_auth_wanted");
  EXPECT_EQ(message(mail_server({.mechanisms = "AUTH GSSAPI"}), with(Security::none)),
            "email.test.authentication_method");
}

TEST_F(ConnectionTest, the_sender_is_refused) {
  EXPECT_EQ(message(mail_server({.after_sender = "550 5.7.60 May not send as this sender"}), with(Security::none)),
            "email.test.sender_refused");
}

TEST_F(ConnectionTest, the_pop3_server_is_told_apart) {
  EXPECT_EQ(message_after_pop3(pop3_server("-ERR no"), mail_server({})), "email.test.pop3_authentication");
  EXPECT_EQ(message_after_pop3(pop3_server("", "220 mail.test"), mail_server({})), "email.test.pop3_communication");
  EXPECT_EQ(message_after_pop3([](Peer&) {}, mail_server({})), "email.test.pop3_communication");
  MailServer where{
      .host = "127.0.0.1", .authentication = Authentication::pop_before_smtp, .pop3_host = "127.0.0.1", .pop3_port = 1};
  EXPECT_EQ(message(where), "email.test.pop3_communication");
  where.pop3_host = "no-such-name.invalid";
  EXPECT_EQ(message(where), "email.test.pop3_dns");
}

}  // namespace
}  // namespace paneltwin::net::smtp
