// The submission session, line by line, as Exchange Online holds it; no sockets: bytes in, replies out.
#include "net/cloud/exchange/smtp_session.hpp"

#include <gmock/gmock.h>

namespace paneltwin::net::cloud {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr auto printer = "printer@contoso.example";
// user=printer@contoso.example^Aauth=Bearer tok^A^A
constexpr auto blob = "dXNlcj1wcmludGVyQGNvbnRvc28uZXhhbXBsZQFhdXRoPUJlYXJlciB0b2sBAQ==";

SmtpHost host() {
  return {.front_end = "FR0P281CA0064.outlook.office365.example",
          .mailbox = "FR0P281MB2635.DEUP281.PROD.OUTLOOK.EXAMPLE",
          .session_id = "08DD0123456789AB",
          .client = "192.0.2.7",
          .now = [] { return *device::from_iso8601("2026-05-04T09:00:00.123Z"); }};
}

class SmtpSessionTest : public testing::Test {
 protected:
  /// Sends it and answers what comes back at once.
  std::string say(std::string_view text) {
    session.receive(text);
    return session.take_output();
  }
  void start_tls() {
    static_cast<void>(say("EHLO printer\r\nSTARTTLS\r\n"));
    ASSERT_TRUE(std::holds_alternative<AskTls>(session.take_ask().value()));
    session.tls_started();
    static_cast<void>(say("EHLO printer\r\n"));
  }
  void sign_in() {
    start_tls();
    static_cast<void>(say(std::string("AUTH XOAUTH2 ") + blob + "\r\n"));
    ASSERT_TRUE(session.take_ask());
    session.signed_in(std::string(printer));
    EXPECT_EQ(session.take_output(), "235 2.7.0 Authentication successful\r\n");
  }
  std::string envelope(const std::string& more = "") {
    return say("MAIL FROM:<printer@contoso.example>" + more + "\r\nRCPT TO:<maria.santos@contoso.example>\r\n");
  }
  /// The message that is to be delivered now.
  AskDelivery delivery() {
    auto ask = session.take_ask();
    if (!ask || !std::holds_alternative<AskDelivery>(*ask)) {
      ADD_FAILURE() << "nothing is to be delivered; said: " << session.take_output();
      return {};
    }
    return std::get<AskDelivery>(std::move(*ask));
  }

  SmtpSession session{host(), SmtpLimits{.announced_size = 157286400, .message_size = 2000}};
};

}  // namespace

TEST_F(SmtpSessionTest, GreetsLikeExchange) {
  EXPECT_EQ(session.take_output(),
            "220 FR0P281CA0064.outlook.office365.example Microsoft ESMTP MAIL Service ready at Mon, 04 May 2026 "
            "09:00:00 +0000 [08DD0123456789AB]\r\n");
}

TEST_F(SmtpSessionTest, OffersTlsFirstAndSigningInAfterIt) {
  static_cast<void>(session.take_output());
  EXPECT_EQ(say("EHLO [192.0.2.7]\r\n"),
            "250-FR0P281CA0064.outlook.office365.example Hello [192.0.2.7]\r\n250-SIZE 157286400\r\n"
            "250-PIPELINING\r\n250-DSN\r\n250-ENHANCEDSTATUSCODES\r\n250-STARTTLS\r\n250-8BITMIME\r\n"
            "250-BINARYMIME\r\n250-CHUNKING\r\n250 SMTPUTF8\r\n");
  EXPECT_EQ(say("STARTTLS\r\n"), "220 2.0.0 SMTP server ready\r\n");
  ASSERT_TRUE(session.take_ask());
  session.tls_started();
  EXPECT_THAT(say("EHLO printer\r\n"), AllOf(HasSubstr("250-AUTH LOGIN XOAUTH2\r\n"), Not(HasSubstr("STARTTLS"))));
}

TEST_F(SmtpSessionTest, WantsThingsInTheirOrder) {
  static_cast<void>(session.take_output());
  const std::string mark = " [FR0P281CA0064.outlook.office365.example 2026-05-04T09:00:00.123Z 08DD0123456789AB]\r\n";
  EXPECT_EQ(say("MAIL FROM:<a@b.example>\r\n"), "503 5.5.2 Send hello first" + mark);
  EXPECT_EQ(say("EHLO not a name\r\n"), "501 5.5.4 Invalid domain name" + mark);
  static_cast<void>(say("EHLO printer\r\n"));
  EXPECT_EQ(say("MAIL FROM:<a@b.example>\r\n"),
            "451 5.7.3 STARTTLS is required to send mail [FR0P281CA0064.outlook.office365.example]\r\n");
  EXPECT_EQ(say("AUTH LOGIN\r\n"),
            "504 5.7.4 Unrecognized authentication type [FR0P281CA0064.outlook.office365.example]\r\n");
  EXPECT_THAT(say("COFFEE please\r\n"), StartsWith("500 5.3.3 Unrecognized command 'COFFEE'"));
}

TEST_F(SmtpSessionTest, LetsNobodySendWhoIsNotSignedIn) {
  start_tls();
  EXPECT_EQ(say("MAIL FROM:<a@b.example>\r\n"),
            "530 5.7.57 Client not authenticated to send mail. [FR0P281CA0064.outlook.office365.example "
            "2026-05-04T09:00:00.123Z 08DD0123456789AB]\r\n");
  EXPECT_THAT(say("RCPT TO:<a@b.example>\r\n"), StartsWith("503 5.5.2 Need mail command"));
  EXPECT_THAT(say("DATA\r\n"), StartsWith("503 5.5.2 Need mail command"));
}

TEST_F(SmtpSessionTest, TakesXoauth2WithAndWithoutAnInitialResponse) {
  start_tls();
  EXPECT_EQ(say("auth xoauth2\r\n"), "334 \r\n");
  EXPECT_EQ(say(std::string(blob) + "\r\n"), "");
  auto ask = session.take_ask();
  ASSERT_TRUE(ask && std::holds_alternative<AskToken>(*ask));
  EXPECT_EQ(std::get<AskToken>(*ask).user, printer);
  EXPECT_EQ(std::get<AskToken>(*ask).token, "tok");
  session.signed_in(std::unexpected(SignInRefusal::credentials));
  EXPECT_THAT(session.take_output(), StartsWith("535 5.7.3 Authentication unsuccessful ["));
  EXPECT_EQ(say(std::string("AUTH XOAUTH2 ") + blob + "\r\n"), "");
  ASSERT_TRUE(session.take_ask());
  session.signed_in(std::string(printer));
  EXPECT_EQ(session.take_output(), "235 2.7.0 Authentication successful\r\n");
}

TEST_F(SmtpSessionTest, RefusesXoauth2ThatIsNone) {
  for (const auto* wrong : {"!!!", "dXNlcj1h", "AQE=", "dXNlcj1hAWF1dGg9QmFzaWMgdG9rAQE="}) {
    SmtpSession other(host());
    other.receive("EHLO printer\r\nSTARTTLS\r\n");
    static_cast<void>(other.take_ask());
    other.tls_started();
    other.receive("EHLO printer\r\n");
    static_cast<void>(other.take_output());
    other.receive(std::string("AUTH XOAUTH2 ") + wrong + "\r\n");
    EXPECT_THAT(other.take_output(), StartsWith("501 5.5.124 Invalid XOAUTH2 auth data")) << wrong;
    EXPECT_FALSE(other.take_ask());
  }
}

TEST_F(SmtpSessionTest, TakesLoginInAllItsWays) {
  start_tls();
  EXPECT_EQ(say("AUTH LOGIN\r\n"), "334 VXNlcm5hbWU6\r\n");
  EXPECT_EQ(say("cHJpbnRlcg==\r\n"), "334 UGFzc3dvcmQ6\r\n");
  EXPECT_EQ(say("c2VjcmV0\r\n"), "");
  auto ask = session.take_ask();
  ASSERT_TRUE(ask && std::holds_alternative<AskPassword>(*ask));
  EXPECT_EQ(std::get<AskPassword>(*ask).user, "printer");
  EXPECT_EQ(std::get<AskPassword>(*ask).password, "secret");
  session.signed_in(std::unexpected(SignInRefusal::basic_disabled));
  EXPECT_THAT(session.take_output(),
              StartsWith("535 5.7.139 Authentication unsuccessful, basic authentication is disabled. ["));
  EXPECT_EQ(say("AUTH LOGIN cHJpbnRlcg==\r\n"), "334 UGFzc3dvcmQ6\r\n");
  EXPECT_THAT(say("*\r\n"), StartsWith("501 5.7.0 Authentication canceled"));
  EXPECT_THAT(say("AUTH CRAM-MD5\r\n"), StartsWith("504 5.7.4 Unrecognized authentication type"));
}

TEST_F(SmtpSessionTest, EveryRefusalHasItsWords) {
  const std::pair<SignInRefusal, const char*> rows[] = {
      {SignInRefusal::credentials, "535 5.7.3 Authentication unsuccessful ["},
      {SignInRefusal::tenant_disabled,
       "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit "
       "https://aka.ms/smtp_auth_disabled for more information. ["},
      {SignInRefusal::mailbox_disabled,
       "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit "
       "https://aka.ms/smtp_auth_disabled for more information. ["},
      {SignInRefusal::security_defaults,
       "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. "
       "Contact your administrator. ["},
      {SignInRefusal::policy,
       "535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated "
       "successfully. Contact your administrator. ["},
      {SignInRefusal::wrong_password,
       "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. ["},
      {SignInRefusal::locked, "535 5.7.139 Authentication unsuccessful, the user account is locked. ["},
      {SignInRefusal::unavailable, "454 4.7.0 Temporary authentication failure ["},
  };
  for (const auto& [refusal, words] : rows) EXPECT_THAT(text_of(refusal, host()), StartsWith(words));
}

TEST_F(SmtpSessionTest, ThreeFailedSignInsEndTheConnection) {
  start_tls();
  for (int i = 0; i < 3; ++i) {
    EXPECT_FALSE(session.closing());
    static_cast<void>(say(std::string("AUTH XOAUTH2 ") + blob + "\r\n"));
    static_cast<void>(session.take_ask());
    session.signed_in(std::unexpected(SignInRefusal::credentials));
  }
  EXPECT_THAT(session.take_output(), HasSubstr("421 4.7.0 Too many errors"));
  EXPECT_TRUE(session.closing());
}

TEST_F(SmtpSessionTest, DeliversWhatDataBroughtWithItsDotsTakenOff) {
  sign_in();
  EXPECT_EQ(envelope(), "250 2.1.0 Sender OK\r\n250 2.1.5 Recipient OK\r\n");
  EXPECT_EQ(say("DATA\r\n"), "354 Start mail input; end with <CRLF>.<CRLF>\r\n");
  EXPECT_EQ(say("Subject: x\r\n\r\n..two\r\n. \r\n.\r\n"), "");
  const auto mail = delivery();
  EXPECT_EQ(mail.mailbox, printer);
  EXPECT_EQ(mail.message, "Subject: x\r\n\r\n.two\r\n \r\n");
  ASSERT_EQ(mail.envelope.recipients.size(), 1u);
  session.delivered(std::string("<id@contoso.example>"));
  EXPECT_EQ(session.take_output(),
            "250 2.0.0 OK <id@contoso.example> [Hostname=FR0P281MB2635.DEUP281.PROD.OUTLOOK.EXAMPLE]\r\n");
  EXPECT_THAT(envelope(), StartsWith("250 2.1.0")) << "the next message may come";
}

TEST_F(SmtpSessionTest, SaysAtTheEndOfDataWhyAMessageIsNotTaken) {
  sign_in();
  const std::pair<Undelivered, const char*> rows[] = {
      {{DeliveryRefusal::send_as_denied, "printer@contoso.example not allowed to send as boss@contoso.example"},
       "554 5.2.252 SendAsDenied; printer@contoso.example not allowed to send as boss@contoso.example; STOREDRV."},
      {{DeliveryRefusal::concurrent_connections, ""}, "432 4.3.2 Concurrent connections limit exceeded."},
      {{DeliveryRefusal::recipient_quota, ""},
       "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException;"},
      {{DeliveryRefusal::unavailable, ""}, "451 4.7.0 Temporary server error. Please try again later."},
  };
  for (const auto& [why, words] : rows) {
    static_cast<void>(envelope());
    static_cast<void>(say("DATA\r\nSubject: x\r\n\r\n.\r\n"));
    static_cast<void>(delivery());
    session.delivered(std::unexpected(why));
    EXPECT_THAT(session.take_output(), StartsWith(words));
  }
}

TEST_F(SmtpSessionTest, TakesChunksWhole) {
  sign_in();
  static_cast<void>(envelope(" BODY=BINARYMIME"));
  EXPECT_THAT(say("DATA\r\n"), StartsWith("503 5.5.1"));
  EXPECT_EQ(say("BDAT 5\r\na\r\n.\r"), "250 2.6.0 CHUNK received OK, 5 octets\r\n");
  EXPECT_EQ(say("BDAT 3 LAST\r\n\nb\n"), "");
  EXPECT_EQ(delivery().message, "a\r\n.\r\nb\n");
}

TEST_F(SmtpSessionTest, ReadsOverChunksThatComeTooEarly) {
  sign_in();
  EXPECT_THAT(say("BDAT 14 LAST\r\nMAIL FROM:<a>\n"), AllOf(StartsWith("503 5.5.2 Need mail"), Not(HasSubstr("250"))));
  EXPECT_THAT(say("BDAT many\r\nQUIT\r\n"), StartsWith("501 5.5.4"));
  EXPECT_TRUE(session.closing()) << "how much follows cannot be known";
}

TEST_F(SmtpSessionTest, TakesParametersAndRefusesThoseItDoesNotKnow) {
  sign_in();
  EXPECT_THAT(envelope(" SIZE=1000 BODY=8BITMIME RET=HDRS ENVID=abc SMTPUTF8"), StartsWith("250 2.1.0 Sender OK\r\n"));
  EXPECT_EQ(say("RCPT TO:<\xE4\xBD\xA0@contoso.example> NOTIFY=NEVER ORCPT=rfc822;a@b.example\r\n"),
            "250 2.1.5 Recipient OK\r\n");
  EXPECT_EQ(say("RCPT TO:<\xE4\xBD@contoso.example>\r\n"), "501 5.1.3 Invalid address\r\n") << "half a letter";
  EXPECT_EQ(say("RSET\r\n"), "250 2.0.0 Resetting\r\n");
  EXPECT_EQ(say("MAIL FROM:<\xFF@contoso.example> SMTPUTF8\r\n"), "501 5.1.3 Invalid address\r\n");
  EXPECT_THAT(envelope(" COLOUR=RED"), StartsWith("501 5.5.4"));
  EXPECT_THAT(say("MAIL FROM:<a@b.example> SIZE=157286401\r\n"), StartsWith("552 5.3.4"));
  EXPECT_THAT(say("MAIL FROM:a b\r\n"), AnyOf(StartsWith("501 5.1.3"), StartsWith("501 5.5.4")));
}

TEST_F(SmtpSessionTest, TakesFiveHundredRecipientsAndNoMore) {
  sign_in();
  static_cast<void>(say("MAIL FROM:<printer@contoso.example>\r\n"));
  for (int i = 0; i < 500; ++i) {
    ASSERT_EQ(say("RCPT TO:<r" + std::to_string(i) + "@contoso.example>\r\n"), "250 2.1.5 Recipient OK\r\n");
  }
  EXPECT_THAT(say("RCPT TO:<one.more@contoso.example>\r\n"), StartsWith("452 4.5.3 Too many recipients"));
}

TEST_F(SmtpSessionTest, ToldItIsTooLargeAtTheEndAndMemoryStaysBounded) {
  sign_in();
  static_cast<void>(envelope());
  static_cast<void>(say("DATA\r\n"));
  for (int i = 0; i < 100; ++i) EXPECT_EQ(say(std::string(98, 'x') + "\r\n"), "");
  EXPECT_THAT(say(".\r\n"), StartsWith("552 5.3.4 Message size exceeds fixed maximum message size"));
  EXPECT_FALSE(session.take_ask());
  EXPECT_THAT(envelope(), StartsWith("250"));
}

TEST_F(SmtpSessionTest, LinesThatNeverEndAreDroppedAsTheyCome) {
  sign_in();
  for (int i = 0; i < 100; ++i) EXPECT_EQ(say(std::string(4096, 'x')), "");
  EXPECT_THAT(say("\r\nNOOP\r\n"), AllOf(StartsWith("500 5.5.6 Command line too long"), EndsWith("250 2.0.0 OK\r\n")));
}

TEST_F(SmtpSessionTest, NothingSaidBeforeTlsIsHeardAfterIt) {
  static_cast<void>(say("EHLO printer\r\nSTARTTLS\r\nEHLO attacker\r\nMAIL FROM:<a@b.example>\r\n"));
  ASSERT_TRUE(session.take_ask());
  session.tls_started();
  EXPECT_EQ(session.take_output(), "");
  EXPECT_THAT(say("MAIL FROM:<a@b.example>\r\n"), StartsWith("503 5.5.2 Send hello first"));
}

TEST_F(SmtpSessionTest, NoOtherLineEndFindsASecondMessageInTheFirst) {
  for (const auto* end : {"\n.\n", "\r.\r", "\n.\r\n", "\r\n.\n", "\r\n.\r", "\r.\r\n"}) {
    SmtpSession other(host());
    other.receive("EHLO printer\r\nSTARTTLS\r\n");
    static_cast<void>(other.take_ask());
    other.tls_started();
    other.receive("EHLO printer\r\nAUTH XOAUTH2 " + std::string(blob) + "\r\n");
    static_cast<void>(other.take_ask());
    other.signed_in(std::string(printer));
    other.receive("MAIL FROM:<printer@contoso.example>\r\nRCPT TO:<a@contoso.example>\r\nDATA\r\n");
    static_cast<void>(other.take_output());
    other.receive(
        "Subject: one\r\n\r\nx" + std::string(end) +
        "MAIL FROM:<admin@contoso.example>\r\nRCPT TO:<b@contoso.example>\r\nDATA\r\nSubject: two\r\n\r\n.\r\n");
    EXPECT_THAT(other.take_output(), StartsWith("550 5.6.11")) << "bare line ends are refused";
    EXPECT_FALSE(other.take_ask());
  }
}

TEST_F(SmtpSessionTest, TheSameWhereverTheBytesAreCut) {
  const std::string talk = "EHLO printer\r\nSTARTTLS\r\n";
  const std::string secured =
      "EHLO printer\r\nAUTH XOAUTH2 " + std::string(blob) +
      "\r\nMAIL FROM:<printer@contoso.example>\r\nRCPT TO:<a@contoso.example>\r\nDATA\r\nSubject: x\r\n\r\n..\r\n.\r\n"
      "MAIL FROM:<printer@contoso.example>\r\nRCPT TO:<a@contoso.example>\r\nBDAT 4\r\na\r\n.BDAT 1 LAST\r\n\nQUIT\r\n";
  const auto run = [&](std::size_t cut) {
    SmtpSession other(host());
    std::string seen;
    const auto feed = [&](std::string_view part) {
      other.receive(part);
      for (;;) {
        seen += other.take_output();
        auto ask = other.take_ask();
        if (!ask) break;
        if (std::holds_alternative<AskTls>(*ask)) other.tls_started();
        if (std::holds_alternative<AskToken>(*ask)) other.signed_in(std::string(printer));
        if (auto* mail = std::get_if<AskDelivery>(&*ask)) {
          seen += "{" + mail->message + "}";
          other.delivered(std::string("<id>"));
        }
      }
    };
    feed(talk);
    feed(std::string_view(secured).substr(0, cut));
    feed(std::string_view(secured).substr(cut));
    return seen;
  };
  const auto whole = run(0);
  EXPECT_THAT(whole, AllOf(HasSubstr("{Subject: x\r\n\r\n.\r\n}"), HasSubstr("{a\r\n.\n}"), HasSubstr("221 2.0.0")));
  for (std::size_t cut = 1; cut < secured.size(); ++cut) ASSERT_EQ(run(cut), whole) << cut;
}

TEST_F(SmtpSessionTest, NeitherTokensNorPasswordsComeBackInReplies) {
  start_tls();
  std::string all = say("AUTH XOAUTH2 " + std::string(blob) + " trailing\r\n");
  all += say("AUTH LOGIN c2VjcmV0 c2VjcmV0\r\n") + say("dG9rdG9r\r\n") + say("AUTHX c2VjcmV0\r\n");
  EXPECT_THAT(all, AllOf(Not(HasSubstr("c2VjcmV0")), Not(HasSubstr(blob))));
}

}  // namespace paneltwin::net::cloud
