// A program's view of the mailbox through Microsoft Graph: its own mail, with the right token, and nothing else.
#include "net/cloud/graph/graph_api.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>

#include "tests/net/cloud/pages_fixture.hpp"

namespace paneltwin::net::cloud {

namespace json = boost::json;
using testing::HasSubstr;

class GraphTest : public PagesTest {
 protected:
  GraphTest() { graph.add_routes(router); }

  std::string token_of(const std::string& address, Scopes scopes) {
    return std::string(
        identity->tokens()
            .issue({.user = user(address), .client_id = "c", .application_name = "a", .scopes = std::move(scopes)},
                   "https://127.0.0.1:8444", false)
            .at("access_token")
            .as_string());
  }
  void bear(std::vector<std::string> permissions, const std::string& address = maria) {
    browser.authorization =
        "Bearer " + token_of(address, {.resource = Resource::graph, .permissions = std::move(permissions)});
  }
  std::int64_t deliver(const std::string& mailbox, const std::string& subject, const std::string& rest = plain) {
    const auto source = "From: Printer <printer@contoso.example>\r\nTo: " + mailbox + "\r\nSubject: " + subject +
                        "\r\nDate: Mon, 04 May 2026 08:59:58 +0000\r\nMIME-Version: 1.0\r\n" + rest;
    const Mail mail{
        .from = printer, .subject = subject, .message_id = "<m@x>", .to = {mailbox}, .received = clock.now()};
    EXPECT_TRUE(store->transaction([&] { return store->deliver(mail, source, {{mailbox, "inbox"}}); }));
    return store->mails({.mailbox = mailbox, .limit = 1}).at(0).id;
  }
  json::object get(const std::string& target, int status = 200) {
    const auto answer = browser.get("/v1.0" + target);
    EXPECT_EQ(answer.status, status) << target << ": " << answer.body;
    return json::parse(answer.body).as_object();
  }
  std::string error_of(const std::string& target, int status) {
    const auto body = get(target, status);
    return std::string(body.at("error").at("code").as_string());
  }

  static constexpr auto plain = "Content-Type: text/plain\r\n\r\nGood\r\nmorning\r\n";
  static constexpr auto with_pdf =
      "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee there\r\n"
      "--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; "
      "filename=scan.pdf\r\n\r\n%PDF-1.7\r\n--b--\r\n";

  GraphApi graph{loop, clock, *store, identity->tokens()};
};

TEST_F(GraphTest, AMessageHasWhatGraphSaysThatItHas) {
  const auto id = std::to_string(deliver(maria, "Scan", with_pdf));
  bear({"Mail.Read"});
  const auto message = get("/me/messages/" + id);
  EXPECT_EQ(message.at("id"), id.c_str());
  EXPECT_EQ(message.at("subject"), "Scan");
  EXPECT_EQ(message.at("sentDateTime"), "2026-05-04T08:59:58Z");
  EXPECT_EQ(message.at("receivedDateTime"), "2026-05-04T09:00:00Z");
  EXPECT_EQ(message.at("from").at("emailAddress").at("name"), "Printer");
  EXPECT_EQ(message.at("from").at("emailAddress").at("address"), "printer@contoso.example");
  EXPECT_EQ(message.at("toRecipients").at(0).at("emailAddress").at("address"), maria);
  EXPECT_EQ(message.at("body").at("contentType"), "text");
  EXPECT_EQ(message.at("bodyPreview"), "See there");
  EXPECT_EQ(message.at("hasAttachments"), true);
  EXPECT_EQ(message.at("isRead"), false);
  EXPECT_THAT(std::string(message.at("@odata.context").as_string()), HasSubstr("/v1.0/$metadata#users("));
}

TEST_F(GraphTest, SourceAndAttachmentsComeByteForByte) {
  const auto path = "/me/messages/" + std::to_string(deliver(maria, "Scan", with_pdf));
  bear({"Mail.ReadWrite"});
  EXPECT_THAT(browser.get("/v1.0" + path + "/$value").body, HasSubstr("\r\n%PDF-1.7\r\n"));
  const auto list = get(path + "/attachments").at("value").as_array();
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0].at("@odata.type"), "#microsoft.graph.fileAttachment");
  EXPECT_EQ(list[0].at("name"), "scan.pdf");
  EXPECT_EQ(list[0].at("size"), 8);
  EXPECT_EQ(get(path + "/attachments/0").at("contentBytes"), "JVBERi0xLjc=");
  const auto raw = browser.get("/v1.0" + path + "/attachments/0/$value");
  EXPECT_EQ(raw.body, "%PDF-1.7");
  EXPECT_EQ(header(raw, "Content-Type"), "application/pdf");
  EXPECT_EQ(error_of(path + "/attachments/1", 404), "ErrorItemNotFound");
  EXPECT_EQ(error_of(path + "/attachments/x/$value", 404), "ErrorItemNotFound");
}

TEST_F(GraphTest, ListsTurnTheirPagesByTheAddressTheyGive) {
  for (int i = 1; i <= 12; ++i) deliver(maria, "Scan " + std::to_string(i));
  deliver(wei, "Not hers");
  bear({"Mail.Read"});
  auto page = get("/me/messages?$count=true&$select=subject");
  EXPECT_EQ(page.at("@odata.count"), 12);
  EXPECT_EQ(page.at("value").as_array().size(), 10u);
  EXPECT_EQ(page.at("value").at(0), (json::object{{"id", "12"}, {"subject", "Scan 12"}}));
  const std::string next(page.at("@odata.nextLink").as_string());
  EXPECT_EQ(next, "https://127.0.0.1:8444/v1.0/me/messages?$top=10&$skip=10&$select=subject&$count=true");
  page = get(next.substr(next.find("/me")));
  EXPECT_EQ(page.at("value").as_array().size(), 2u);
  EXPECT_FALSE(page.contains("@odata.nextLink"));
  EXPECT_EQ(
      get("/me/mailFolders/Inbox/messages?$top=1&$orderby=receivedDateTime%20asc").at("value").at(0).at("subject"),
      "Scan 1");
  EXPECT_EQ(get("/me/messages?$search=%22scan%207%22").at("value").as_array().size(), 1u);
  EXPECT_EQ(get("/me/mailFolders/inbox").at("unreadItemCount"), 12);
  EXPECT_EQ(get("/me/mailFolders").at("value").as_array().size(), 2u);
  EXPECT_EQ(error_of("/me/mailFolders/drafts/messages", 404), "ErrorItemNotFound");
}

TEST_F(GraphTest, AFilterPicksMailsOnEveryPage) {
  for (int i = 1; i <= 6; ++i) deliver(maria, i % 2 ? "Scan" : "Fax");
  bear({"Mail.Read"});
  auto page = get("/me/messages?$filter=subject%20eq%20'scan'&$top=2&$count=true&$select=id");
  EXPECT_EQ(page.at("@odata.count"), 3);
  EXPECT_EQ(page.at("value"), (json::array{json::object{{"id", "5"}}, json::object{{"id", "3"}}}));
  const std::string next(page.at("@odata.nextLink").as_string());
  page = get(next.substr(next.find("/me")));
  EXPECT_EQ(page.at("value"), (json::array{json::object{{"id", "1"}}}));
  EXPECT_FALSE(page.contains("@odata.nextLink"));
  EXPECT_EQ(get("/me/messages?$filter=subject%20eq%20'scan'&$skip=9").at("value").as_array().size(), 0u);
  EXPECT_EQ(error_of("/me/messages?$filter=isRead%20eq%20false&$search=%22fax%22", 400), "SearchWithFilter");
}

TEST_F(GraphTest, OptionsThatCannotBeServedAreRefusedByName) {
  bear({"Mail.Read"});
  for (const auto* option : {"$top=0", "$top=1001", "$top=x", "$skip=-1", "$search=plain", "$count=1",
                             "$orderby=subject", "$filter=isRead%20eq%20maybe", "$expand=attachments", "$top="}) {
    EXPECT_EQ(error_of(std::string("/me/messages?") + option, 400), "BadRequest") << option;
  }
  EXPECT_EQ(error_of("/me/messages?$select=subject,colour", 400), "RequestBroker--ParseUri");
  EXPECT_EQ(error_of("/me/calendar", 400), "BadRequest");
  EXPECT_EQ(browser.post("/v1.0/me/sendMail", {}).status, 501);
}

TEST_F(GraphTest, OnlyAGoodTokenReadsAndOnlyItsOwnersMail) {
  const auto id = std::to_string(deliver(wei, "Between us"));
  const auto refusal = [&](const std::string& authorization) {
    browser.authorization = authorization;
    const auto answer = browser.get("/v1.0/me/messages");
    EXPECT_EQ(answer.status, 401);
    EXPECT_THAT(header(answer, "WWW-Authenticate"), HasSubstr("authorization_uri="));
    return std::string(json::parse(answer.body).at("error").at("message").as_string());
  };
  EXPECT_EQ(refusal(""), "Access token is empty.");
  EXPECT_EQ(refusal("Bearer nonsense"), "CompactToken parsing failed with error code: 80049217");
  EXPECT_EQ(refusal("Bearer " + token_of(maria, {.resource = Resource::exchange, .permissions = {"Mail.Read"}})),
            "Access token validation failure. Invalid audience.");
  bear({"User.Read"});
  EXPECT_EQ(error_of("/me/messages", 403), "ErrorAccessDenied");
  EXPECT_EQ(get("/me").at("displayName"), user(maria).name.c_str());
  bear({"Mail.Read"});
  EXPECT_EQ(error_of("/me/messages/" + id, 404), "ErrorItemNotFound");
  EXPECT_EQ(error_of("/users/" + user(wei).id + "/messages/" + id, 403), "ErrorAccessDenied");
  EXPECT_EQ(get("/users/Maria.Santos@contoso.example/messages").at("value").as_array().size(), 0u);
  const auto late = browser.authorization;
  clock.advance(std::chrono::hours(2));
  EXPECT_EQ(refusal(late), "Lifetime validation failed, the token is expired.");
}

TEST_F(GraphTest, ABasicTokenReadsNeitherWordsNorAttachments) {
  const auto id = std::to_string(deliver(maria, "Scan", with_pdf));
  bear({"Mail.ReadBasic"});
  const auto message = get("/me/messages/" + id);
  EXPECT_EQ(message.at("subject"), "Scan");
  for (const auto* hidden : {"body", "bodyPreview", "hasAttachments"}) EXPECT_FALSE(message.contains(hidden)) << hidden;
  EXPECT_EQ(error_of("/me/messages/" + id + "/attachments", 403), "ErrorAccessDenied");
  EXPECT_EQ(error_of("/me/messages/" + id + "/$value", 403), "ErrorAccessDenied");
}

TEST_F(GraphTest, UserinfoTellsWhoSignedInToWhoAskedForOpenId) {
  const auto info = [&](Scopes scopes) {
    scopes.resource = Resource::graph;
    scopes.permissions = {"User.Read"};
    browser.authorization = "Bearer " + token_of(maria, std::move(scopes));
    return browser.get("/oidc/userinfo");
  };
  EXPECT_EQ(info({}).status, 403);
  const auto bare = json::parse(info({.openid = true}).body).as_object();
  EXPECT_FALSE(std::string(bare.at("sub").as_string()).empty());
  EXPECT_FALSE(bare.contains("name") || bare.contains("email"));
  const auto whole = json::parse(info({.openid = true, .profile = true, .email = true}).body);
  EXPECT_EQ(whole.at("sub"), bare.at("sub"));
  EXPECT_EQ(whole.at("name"), "Maria Santos");
  EXPECT_EQ(whole.at("email"), maria);
  const auto token = browser.authorization.substr(std::string("Bearer ").size());
  EXPECT_EQ(identity->tokens().claims_in(token)->at("scp"), "User.Read openid profile email");
}

}  // namespace paneltwin::net::cloud
