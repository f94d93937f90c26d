// The mailbox in a browser's eyes: one's own mail only, and nothing that a stranger wrote does anything.
#include "net/cloud/mailbox/mailbox_pages.hpp"

#include <gmock/gmock.h>

#include "tests/net/cloud/pages_fixture.hpp"

namespace paneltwin::net::cloud {

using testing::HasSubstr;
using testing::Not;

class MailboxPagesTest : public PagesTest {
 protected:
  MailboxPagesTest() { mailbox.add_routes(router); }

  /// Puts a message into a mailbox and returns its page.
  std::string deliver(const std::string& mailbox_address, const std::string& subject, const std::string& rest) {
    const auto source = "From: printer@contoso.example\r\nTo: " + mailbox_address + "\r\nSubject: " + subject +
                        "\r\nMIME-Version: 1.0\r\n" + rest;
    const Mail mail{.from = "printer@contoso.example",
                    .subject = subject,
                    .message_id = "m@contoso.example",
                    .to = {mailbox_address},
                    .received = clock.now()};
    EXPECT_TRUE(store->transaction([&] { return store->deliver(mail, source, {{mailbox_address, "inbox"}}); }));
    const auto mails = store->mails({.mailbox = mailbox_address, .limit = 1});
    return "/mailbox/" + std::to_string(mails.at(0).id);
  }

  static constexpr auto plain = "Content-Type: text/plain\r\n\r\nGood morning\r\n";

  MailboxPages mailbox{loop, *store, pages};
};

TEST_F(MailboxPagesTest, NobodyReadsTheMailOfSomebodyElse) {
  const auto mail = deliver(wei, "Between us", plain);
  EXPECT_EQ(browser.get(mail).status, 302);
  EXPECT_EQ(browser.get("/mailbox/newest").status, 401);
  sign_in(maria);
  for (const auto* part : {"", "/source", "/message.eml", "/formatted", "/attachments/0"}) {
    const auto answer = browser.get(mail + part);
    EXPECT_EQ(answer.status, 404) << part;
    EXPECT_THAT(answer.body, Not(HasSubstr("Between us"))) << part;
  }
  EXPECT_THAT(browser.get("/mailbox").body, Not(HasSubstr("Between us")));
}

TEST_F(MailboxPagesTest, AMailIsListedAsUnreadUntilItIsOpened) {
  const auto mail = deliver(maria, "<b>Scan</b> & more", plain);
  sign_in(maria);
  const auto list = browser.get("/mailbox");
  EXPECT_THAT(list.body, HasSubstr("&lt;b&gt;Scan&lt;/b&gt; &amp; more"));
  EXPECT_THAT(list.body, HasSubstr("mail unread"));
  const auto page = browser.get(mail);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Good morning"));
  EXPECT_THAT(header(page, "Content-Security-Policy"), HasSubstr("script-src 'self'"));
  EXPECT_THAT(browser.get("/mailbox").body, Not(HasSubstr("mail unread")));
}

TEST_F(MailboxPagesTest, SearchFindsAndPagesTurn) {
  for (int i = 1; i <= 30; ++i) deliver(maria, "Scan number " + std::to_string(i) + ".", plain);
  sign_in(maria);
  const auto first = browser.get("/mailbox"), second = browser.get("/mailbox?page=2");
  EXPECT_THAT(first.body, HasSubstr("Scan number 30."));
  EXPECT_THAT(first.body, Not(HasSubstr("Scan number 5.")));
  EXPECT_THAT(second.body, HasSubstr("Scan number 5."));
  EXPECT_THAT(browser.get("/mailbox?q=NUMBER%2017").body, HasSubstr("Scan number 17."));
  EXPECT_THAT(browser.get("/mailbox?q=nowhere").body, HasSubstr("No message matches"));
  EXPECT_EQ(browser.get("/mailbox?page=-7&folder=../x").status, 200);
}

TEST_F(MailboxPagesTest, FormattedTextIsShutUpInASandbox) {
  const auto mail = deliver(maria, "Hello", "Content-Type: text/html\r\n\r\n<script>alert(1)</script><p>Hi</p>\r\n");
  sign_in(maria);
  EXPECT_THAT(browser.get(mail).body, Not(HasSubstr("alert(1)")));
  const auto text = browser.get(mail + "/formatted");
  EXPECT_THAT(text.body, HasSubstr("<p>Hi</p>"));
  const auto policy = header(text, "Content-Security-Policy");
  EXPECT_TRUE(policy.starts_with("sandbox; default-src 'none'")) << policy;
  EXPECT_THAT(policy, Not(HasSubstr("allow-")));
  EXPECT_THAT(policy, Not(HasSubstr("script-src")));
  EXPECT_EQ(header(text, "X-Content-Type-Options"), "nosniff");
}

TEST_F(MailboxPagesTest, AttachmentsShowOnlyAsWhatTheyAreShownForElseAreSaved) {
  const auto part = [](const std::string& type, const std::string& name, const std::string& body) {
    return "--b\r\nContent-Type: " + type + "\r\nContent-Disposition: attachment; filename=\"" + name + "\"\r\n\r\n" +
           body + "\r\n";
  };
  const auto mail =
      deliver(maria, "Files",
              "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part("application/pdf", "scan.pdf", "%PDF-1.4") +
                  part("text/html", "../../page.html", "<script>alert(1)</script>") + "--b--\r\n");
  sign_in(maria);
  const auto pdf = browser.get(mail + "/attachments/0"), page = browser.get(mail + "/attachments/1");
  EXPECT_EQ(pdf.body, "%PDF-1.4");
  EXPECT_EQ(header(pdf, "Content-Type"), "application/pdf");
  EXPECT_TRUE(header(pdf, "Content-Disposition").starts_with("inline; "));
  EXPECT_TRUE(header(browser.get(mail + "/attachments/0?save=1"), "Content-Disposition").starts_with("attachment; "));
  EXPECT_EQ(header(page, "Content-Type"), "application/octet-stream");
  EXPECT_EQ(header(page, "Content-Disposition"), "attachment; filename=\"page.html\"; filename*=UTF-8''page.html");
  for (const auto* index : {"2", "-1", "x", "99999999999999999999999"}) {
    EXPECT_EQ(browser.get(mail + "/attachments/" + index).status, 404) << index;
  }
}

TEST_F(MailboxPagesTest, TheSourceIsShownAndSavedAsItCame) {
  const auto mail = deliver(maria, "Source", plain);
  sign_in(maria);
  EXPECT_THAT(browser.get(mail + "/source").body, HasSubstr("Subject: Source"));
  const auto file = browser.get(mail + "/message.eml");
  EXPECT_TRUE(file.body.ends_with(plain));
  EXPECT_THAT(header(file, "Content-Disposition"), HasSubstr("filename=\"Source.eml\""));
}

}  // namespace paneltwin::net::cloud
