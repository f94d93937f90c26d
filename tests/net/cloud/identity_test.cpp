#include "net/cloud/identity/identity.hpp"

#include <chrono>
#include <regex>

#include <boost/json.hpp>

#include "net/cloud/identity/ids.hpp"
#include "tests/net/cloud/pages_fixture.hpp"

namespace paneltwin::net::cloud {

using namespace std::string_view_literals;

class IdentityTest : public PagesTest {
 protected:
  boost::json::object ask_for_code() {
    const auto answer = browser.post("/organizations/oauth2/v2.0/devicecode",
                                     {{"client_id", store->fact(fact::client_id)},
                                      {"scope", "https://outlook.office.com/SMTP.Send offline_access"}});
    return boost::json::parse(answer.body).as_object();
  }
  static std::string text(const boost::json::object& answer, std::string_view name) {
    return std::string(answer.at(name).as_string());
  }
};

TEST_F(IdentityTest, ABrowserWalksThroughThePagesWithTheNamesThatScriptsKnow) {
  const auto code = ask_for_code();
  const auto first = browser.get("/devicelogin");
  ASSERT_EQ(first.status, 302);
  auto page = browser.get(*http::value_of(first.headers, "Location"));
  EXPECT_NE(page.body.find("name=\"otc\""), std::string::npos);
  EXPECT_NE(page.body.find("id=\"idSIButton9\""), std::string::npos);
  page = browser.submit(page, {{"otc", text(code, "user_code")}});
  EXPECT_NE(page.body.find("name=\"loginfmt\""), std::string::npos);
  page = browser.submit(page, {{"loginfmt", "admin@contoso.example"}});
  EXPECT_NE(page.body.find("name=\"passwd\""), std::string::npos);
  EXPECT_NE(page.body.find("id=\"idBtn_Back\""), std::string::npos);
  page = browser.submit(page, {{"passwd", store->user_with_address("admin@contoso.example")->shown_password}});
  EXPECT_NE(page.body.find("Are you trying to sign in to Printer Email Sign-in?"), std::string::npos);
  page = browser.submit(page, {});
  EXPECT_NE(page.body.find("Consent on behalf of your organization"), std::string::npos);
  page = browser.submit(page, {{"organization", "1"}});
  EXPECT_NE(page.body.find("You may now close this window"), std::string::npos);
  const auto token = browser.post("/organizations/oauth2/v2.0/token", {{"grant_type", "device_code"},
                                                                       {"client_id", store->fact(fact::client_id)},
                                                                       {"device_code", text(code, "device_code")}});
  ASSERT_EQ(token.status, 200);
  EXPECT_EQ(http::value_of(token.headers, "Cache-Control"), "no-store, no-cache");
  const auto access = text(boost::json::parse(token.body).as_object(), "access_token");
  EXPECT_EQ(identity->tokens().check_access(access, Resource::exchange, std::array{"SMTP.Send"sv})->address,
            "admin@contoso.example");
}

TEST_F(IdentityTest, TheAddressThatARefusalNamesExplainsIt) {
  const auto refusal = browser.post("/organizations/oauth2/v2.0/token", {{"grant_type", "device_code"}});
  const auto address = text(boost::json::parse(refusal.body).as_object(), "error_uri");
  const auto page = browser.get(address.substr(address.find("/error")));
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("AADSTS900144: The request body must contain the following parameter"), std::string::npos);
  EXPECT_NE(page.body.find("href=\"?code=900144&amp;lang=zh-CN\""), std::string::npos) << "in another language too";
  for (const auto* other : {"/error?code=1", "/error?code=x", "/error"}) {
    const auto answer = browser.get(other);
    EXPECT_EQ(answer.status, 404) << other;
    EXPECT_NE(answer.body.find("not known here"), std::string::npos) << other;
  }
}

TEST_F(IdentityTest, AnAdministratorWhoDeclinesSendsMicrosoftsWordsBack) {
  auto page = browser.get("/organizations/v2.0/adminconsent?redirect_uri=http://localhost/back&state=s&client_id=" +
                          store->fact(fact::client_id));
  page = browser.submit(page, {{"loginfmt", "admin@contoso.example"}});
  page = browser.submit(page, {{"passwd", user("admin@contoso.example").shown_password}});
  page = browser.submit(page, {{"action", "cancel"}});
  const auto location = http::value_of(page.headers, "Location").value_or("");
  EXPECT_TRUE(
      location.starts_with("http://localhost/back?error=consent_required&error_description=AADSTS65004%3A%20The"
                           "%20resource%20owner%20or%20authorization%20server%20denied%20the%20request."))
      << location;
  EXPECT_NE(location.find("&admin_consent=True&state=s"), std::string::npos) << location;
}

TEST_F(IdentityTest, PagesSpeakChineseToWhoAsks) {
  browser.language = "zh-Hans-CN, en;q=0.5";
  EXPECT_NE(browser.get("/common/oauth2/deviceauth").body.find("输入代码以允许访问"), std::string::npos);
  browser.language = "it";
  EXPECT_NE(browser.get("/common/oauth2/deviceauth").body.find("Enter code to allow access"), std::string::npos);
  EXPECT_NE(browser.get("/common/oauth2/deviceauth?lang=zh-CN").body.find("lang=\"zh-CN\""), std::string::npos);
  EXPECT_NE(browser.get("/common/oauth2/deviceauth").body.find("lang=\"zh-CN\""), std::string::npos) << "it is kept";
}

TEST_F(IdentityTest, NoPageLacksATextOrATemplate) {
  for (const auto& tag : {"en", "zh-CN"}) {
    for (const auto& file : assets.list("pages/cloud", ".mustache")) {
      const auto source = *device::read_file(file);
      const std::regex key("\\{\\{(cloud\\.[^}]+)\\}\\}");
      for (auto at = std::sregex_iterator(source.begin(), source.end(), key); at != std::sregex_iterator(); ++at) {
        EXPECT_TRUE(texts.in(tag).own().contains((*at)[1].str())) << file << " " << tag << " " << (*at)[1];
      }
    }
  }
}

TEST_F(IdentityTest, AFormWithoutItsCanaryOrFromAnotherBrowserIsRefused) {
  const auto page = browser.get("/common/oauth2/deviceauth");
  const auto action = Browser::match(page.body, "action=\"([^\"]+)\"");
  EXPECT_EQ(browser.post(action, {{"page", "code"}, {"otc", "X"}}).status, 400);
  EXPECT_EQ(browser.post(action, {{"page", "code"}, {"canary", "guess"}, {"otc", "X"}}).status, 400);
  Browser other(router, loop);
  EXPECT_EQ(other.post(action, {{"page", "code"}, {"canary", Browser::field(page, "canary")}}).status, 400);
  EXPECT_EQ(other.get(action).status, 400);
}

TEST_F(IdentityTest, CookiesAreForThisSiteAndItsServerAlone) {
  const auto page = browser.get("/common/oauth2/deviceauth");
  const auto cookie = http::value_of(page.headers, "Set-Cookie").value_or("");
  for (const auto* word : {"__Host-", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"}) {
    EXPECT_NE(cookie.find(word), std::string::npos) << cookie;
  }
}

TEST_F(IdentityTest, DiscoveryNamesTheIssuerByTenant) {
  const auto members = [&](const std::string& tenant) {
    return boost::json::parse(browser.get("/" + tenant + "/v2.0/.well-known/openid-configuration").body).as_object();
  };
  const auto id = store->fact(fact::tenant_id);
  EXPECT_EQ(text(members("common"), "issuer"), "https://127.0.0.1:8444/{tenantid}/v2.0");
  EXPECT_EQ(text(members("contoso.example"), "issuer"), "https://127.0.0.1:8444/" + id + "/v2.0");
  EXPECT_EQ(text(members(id), "device_authorization_endpoint"),
            "https://127.0.0.1:8444/" + id + "/oauth2/v2.0/devicecode");
  EXPECT_EQ(browser.get("/fabrikam.example/v2.0/.well-known/openid-configuration").status, 400);
}

TEST_F(IdentityTest, KeysAreThePublicHalfOnly) {
  const auto keys = boost::json::parse(browser.get("/common/discovery/v2.0/keys").body).at("keys").as_array();
  ASSERT_EQ(keys.size(), 1u);
  EXPECT_TRUE(keys[0].as_object().contains("n"));
  for (const auto* secret : {"d", "p", "q", "dp", "dq", "qi"}) EXPECT_FALSE(keys[0].as_object().contains(secret));
}

TEST_F(IdentityTest, RefusalsHaveTheFormOfEntras) {
  const auto answer = browser.post(
      "/organizations/oauth2/v2.0/token",
      {{"grant_type", "device_code"}, {"client_id", store->fact(fact::client_id)}, {"device_code", "undefined"}});
  EXPECT_EQ(answer.status, 400);
  const auto body = boost::json::parse(answer.body).as_object();
  EXPECT_EQ(text(body, "error"), "bad_verification_code");
  EXPECT_TRUE(text(body, "error_description").starts_with("AADSTS70018: "));
  EXPECT_EQ(body.at("error_codes").as_array().at(0), 70018);
  EXPECT_EQ(text(body, "timestamp"), "2026-05-04 09:00:00Z");
  for (const auto* member : {"trace_id", "correlation_id"}) EXPECT_EQ(text(body, member).size(), 36u);
  EXPECT_EQ(browser.get("/organizations/oauth2/v2.0/token").status, 400);
}

TEST_F(IdentityTest, AProgramGetsTokensByCodeAndProofKey) {
  const auto client = store->fact(fact::client_id);
  const std::string verifier(64, 'v'), uri = "http://localhost:1234/back";
  auto page = browser.get("/organizations/oauth2/v2.0/authorize?response_type=code&state=s%261&client_id=" + client +
                          "&redirect_uri=" + http::percent_encode(uri) + "&scope=openid%20User.Read&nonce=n" +
                          "&code_challenge_method=S256&code_challenge=" + base64url(sha256(verifier)));
  page = browser.submit(page, {{"loginfmt", "maria.santos@contoso.example"}});
  page = browser.submit(page, {{"passwd", store->user_with_address("maria.santos@contoso.example")->shown_password}});
  page = browser.submit(page, {});
  const auto location = http::value_of(page.headers, "Location").value_or("");
  ASSERT_TRUE(location.starts_with(uri + "?code=")) << page.body;
  EXPECT_NE(location.find("&state=s%261"), std::string::npos);
  const auto redeem = [&](const std::string& with) {
    return browser.post("/organizations/oauth2/v2.0/token", {{"grant_type", "authorization_code"},
                                                             {"client_id", client},
                                                             {"redirect_uri", uri},
                                                             {"code", Browser::match(location, "code=([^&]+)")},
                                                             {"code_verifier", with}});
  };
  EXPECT_EQ(redeem("wrong").status, 400);
  EXPECT_EQ(redeem(verifier).status, 200);
  EXPECT_EQ(text(boost::json::parse(redeem(verifier).body).as_object(), "error"), "invalid_grant");
}

TEST_F(IdentityTest, NobodyIsSentToAnUnregisteredAddress) {
  const auto client = store->fact(fact::client_id);
  for (const auto* uri : {"https://evil.example/", "http://localhost.evil.example/",
                          "http://localhost:80@evil.example/", "http://localhost:x/"}) {
    const auto page =
        browser.get("/organizations/oauth2/v2.0/authorize?response_type=code&scope=openid&client_id=" + client +
                    "&redirect_uri=" + http::percent_encode(uri));
    EXPECT_EQ(page.status, 400) << uri;
    EXPECT_NE(page.body.find("AADSTS50011"), std::string::npos);
  }
}

TEST_F(IdentityTest, AVisitorComesBackToThePageThatSentThem) {
  auto page = browser.get(Identity::sign_in_path("/mail?folder=inbox"));
  page = browser.submit(page, {{"loginfmt", "maria.santos@contoso.example"}});
  browser.submit(page, {{"passwd", store->user_with_address("maria.santos@contoso.example")->shown_password}});
  EXPECT_EQ(http::value_of(browser.get(Identity::sign_in_path("/mail?folder=inbox")).headers, "Location"),
            "/mail?folder=inbox");
  EXPECT_EQ(http::value_of(browser.get(Identity::sign_in_path("//evil.example")).headers, "Location"), "/");
  browser.get("/common/oauth2/v2.0/logout");
  EXPECT_EQ(browser.get(Identity::sign_in_path("/mail")).status, 200) << "signed out: the pages ask again";
}

TEST_F(IdentityTest, TheSamePagesComeAsJson) {
  const auto code = ask_for_code();
  browser.accept = "application/json";
  auto page = boost::json::parse(browser.get("/common/oauth2/deviceauth").body).as_object();
  const auto answer = [&](http::Fields fields) {
    fields.insert(fields.end(), {{"canary", text(page, "canary")}, {"page", text(page, "page")}});
    page = boost::json::parse(browser.post("/common/login/" + text(page, "flow"), fields).body).as_object();
    return text(page, "page");
  };
  EXPECT_EQ(answer({{"otc", "WRONG"}}), "code");
  EXPECT_TRUE(text(page, "problem").starts_with("We don't recognize this code"));
  EXPECT_EQ(answer({{"otc", text(code, "user_code")}}), "account");
  EXPECT_EQ(answer({{"loginfmt", "jonas.berg@contoso.example"}}), "password");
  EXPECT_EQ(answer({{"passwd", "Silver-Harbour-52"}}), "confirm");
  EXPECT_EQ(answer({}), "consent");
  EXPECT_EQ(page.at("permissions").as_array().size(), 2u);
  EXPECT_EQ(page.at("may_consent_for_all"), false);
  EXPECT_EQ(answer({}), "done");
}

TEST_F(IdentityTest, FormsCutAnywhereAreRefusedWithoutHarm) {
  const std::string whole =
      "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&client_id=x&device_code=y";
  for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
    http::Request request{.method = "POST",
                          .path = "/common/oauth2/v2.0/token",
                          .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                          .body = whole.substr(0, cut),
                          .host = "127.0.0.1:8444"};
    int status = 0;
    loop.sync([&] { router(request, [&](const http::Response& response) { status = response.status; }); });
    EXPECT_EQ(status, 400) << cut;
  }
}

}  // namespace paneltwin::net::cloud
