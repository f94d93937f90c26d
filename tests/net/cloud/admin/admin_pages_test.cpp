// The admin centres in a browser's eyes: who may do what, and that each switch turns what the cloud goes by.
#include "net/cloud/admin/admin_pages.hpp"

#include <gmock/gmock.h>

#include "net/cloud/identity/access_rules.hpp"
#include "tests/net/cloud/pages_fixture.hpp"

namespace paneltwin::net::cloud {

using testing::HasSubstr;
using testing::Not;

class AdminPagesTest : public PagesTest {
 protected:
  AdminPagesTest() { admin.add_routes(router); }

  /// Sends a form of `page`, with its token, and returns where the browser is sent to.
  std::string send(const std::string& page, const std::string& action, http::Fields form) {
    form.emplace_back("token", Browser::field(browser.get(page), "token"));
    return http::value_of(browser.post(action, form).headers, "Location").value_or("");
  }
  std::string path_of(const std::string& address) { return "/admin/users/" + user(address).id; }

  AdminPages admin{loop, clock, *store, *identity, pages};
};

TEST_F(AdminPagesTest, WhoIsNotSignedInSignsInFirst) {
  const auto answer = browser.get("/exchange/settings/mail-flow");
  EXPECT_EQ(answer.status, 302);
  EXPECT_EQ(http::value_of(answer.headers, "Location"), "/signin?target=%2Fexchange%2Fsettings%2Fmail-flow");
}

TEST_F(AdminPagesTest, AnExchangeAdministratorTurnsSmtpAuthOffForTheOrganizationAndOnForAMailbox) {
  sign_in(exchange_admin);
  const std::string flow = "/exchange/settings/mail-flow";
  EXPECT_EQ(send(flow, flow, {{"smtp_auth_off", "1"}}), flow + "?told=saved");
  EXPECT_TRUE(store->is_on(fact::smtp_auth_disabled));
  const auto path = path_of(printer);
  EXPECT_EQ(send(path, path + "/email-apps", {{"smtp_auth", "on"}}), path + "?told=saved");
  EXPECT_EQ(user(printer).smtp_auth_disabled, false);
  send(path, path + "/email-apps", {{"smtp_auth", "off"}});
  EXPECT_EQ(user(printer).smtp_auth_disabled, true);
  send(path, path + "/email-apps", {{"smtp_auth", "follow"}});
  EXPECT_EQ(user(printer).smtp_auth_disabled, std::nullopt);
  send(flow, flow, {});
  EXPECT_FALSE(store->is_on(fact::smtp_auth_disabled));
}

TEST_F(AdminPagesTest, ChangesOfSmtpAuthMayTakeAsLongAsInTheRealService) {
  sign_in(exchange_admin);
  const std::string flow = "/exchange/settings/mail-flow";
  send(flow, flow, {{"smtp_auth_off", "1"}, {"changes_delayed", "1"}});
  EXPECT_THAT(browser.get(flow).body, HasSubstr("name=\"changes_delayed\" value=\"1\" checked"));
  EXPECT_THAT(browser.get(flow).body, HasSubstr("name=\"smtp_auth_off\" value=\"1\" checked"));
  const auto said = "Authenticated SMTP is turned on for this mailbox now.";
  EXPECT_THAT(browser.get(path_of(printer)).body, HasSubstr(said));
  clock.advance(std::chrono::minutes(15));
  EXPECT_THAT(browser.get(path_of(printer)).body, Not(HasSubstr(said)));
}

TEST_F(AdminPagesTest, ProgramsAreToldToSlowDownWhereTheTenantIsSetSo) {
  sign_in(admin_address);
  const std::string page = "/entra/applications";
  EXPECT_EQ(send(page, "/entra/device-flow", {{"slow_down", "1"}}), page + "?told=saved");
  EXPECT_TRUE(store->is_on(fact::slow_down));
  EXPECT_THAT(browser.get(page).body, HasSubstr("name=\"slow_down\" value=\"1\" checked"));
  send(page, "/entra/device-flow", {});
  EXPECT_FALSE(store->is_on(fact::slow_down));
}

TEST_F(AdminPagesTest, WhoLacksTheRoleIsToldSoAndChangesNothing) {
  sign_in("maria.santos@contoso.example");
  for (const auto* path : {"/admin/users", "/exchange/settings/mail-flow", "/entra/conditional-access"}) {
    const auto answer = browser.get(path);
    EXPECT_EQ(answer.status, 403) << path;
    EXPECT_THAT(answer.body, HasSubstr("have permission"));
  }
  sign_in(exchange_admin);
  EXPECT_EQ(browser.get("/entra/sign-ins").status, 403);
  EXPECT_EQ(send("/exchange/settings/mail-flow", "/entra/security-defaults", {{"security_defaults", "on"}}), "");
  EXPECT_FALSE(store->is_on(fact::security_defaults));
}

TEST_F(AdminPagesTest, AFormWithoutItsTokenChangesNothing) {
  sign_in(admin_address);
  const auto answer = browser.post("/exchange/settings/mail-flow", {{"smtp_auth_off", "1"}, {"token", "guessed"}});
  EXPECT_EQ(answer.status, 403);
  EXPECT_FALSE(store->is_on(fact::smtp_auth_disabled));
}

TEST_F(AdminPagesTest, ABlockedUserIsSignedOutEverywhereAndNobodyBlocksHimself) {
  sign_in(admin_address);
  const auto path = path_of(printer), own = path_of(admin_address);
  const auto generation = user(printer).generation;
  EXPECT_EQ(send(path, path + "/sign-in", {{"allowed", "0"}}), path + "?told=saved");
  EXPECT_FALSE(user(printer).enabled);
  EXPECT_EQ(user(printer).generation, generation + 1);
  EXPECT_EQ(send(own, own + "/sign-in", {{"allowed", "0"}}), own + "?told=not-yourself");
  EXPECT_TRUE(user(admin_address).enabled);
  EXPECT_EQ(send(own, own + "/sign-out", {}), own + "?told=saved");
  EXPECT_EQ(browser.get("/admin/users").status, 302);
}

TEST_F(AdminPagesTest, ANewUserCanSignInAndAResetPasswordReplacesTheOld) {
  sign_in(admin_address);
  const http::Fields form{{"name", "<Nora> & co"}, {"username", "Nora"}, {"password", "first-password"}};
  EXPECT_EQ(send("/admin/users", "/admin/users", form), "/admin/users?told=saved");
  EXPECT_EQ(send("/admin/users", "/admin/users", form), "/admin/users?told=not-free");
  EXPECT_EQ(send("/admin/users", "/admin/users", {{"name", "x"}, {"username", "a@b"}, {"password", "long enough"}}),
            "/admin/users?told=not-valid");
  EXPECT_THAT(browser.get("/admin/users").body, HasSubstr("&lt;Nora&gt; &amp; co"));
  const auto path = path_of("nora@contoso.example");
  EXPECT_EQ(send(path, path + "/password", {{"password", "short"}}), path + "?told=not-valid");
  const auto old = user("nora@contoso.example").password_hash;
  EXPECT_EQ(send(path, path + "/password", {{"password", "second-password"}}), path + "?told=saved");
  EXPECT_NE(user("nora@contoso.example").password_hash, old);
}

TEST_F(AdminPagesTest, APolicyIsMadeSwitchedOnAndKeepsSecurityDefaultsOut) {
  sign_in(admin_address);
  const std::string list = "/entra/conditional-access";
  EXPECT_EQ(send(list + "/new", list + "/new",
                 {{"name", "No device codes"},
                  {"users", "all"},
                  {"excluded", user(admin_address).id},
                  {"device_code_only", "1"},
                  {"control", "block"},
                  {"state", "on"}}),
            list + "?told=saved");
  EXPECT_EQ(access_for(*store, user(printer), {.device_code = true}), Access::blocked);
  EXPECT_EQ(access_for(*store, user(printer), {}), Access::allowed);
  EXPECT_EQ(access_for(*store, user(admin_address), {.device_code = true}), Access::allowed);
  EXPECT_THAT(browser.get(list).body, HasSubstr("No device codes"));
  EXPECT_EQ(send("/entra/properties", "/entra/security-defaults", {{"security_defaults", "on"}}),
            "/entra/properties?told=not-with-policies");
  const auto policy = list + "/" + store->policies().at(0).id;
  EXPECT_EQ(send(policy, policy, {{"name", "No device codes"}, {"users", "selected"}, {"state", "off"}}),
            policy + "?told=not-valid");
  EXPECT_EQ(send(policy, policy + "/delete", {}), list + "?told=saved");
  EXPECT_EQ(send("/entra/properties", "/entra/security-defaults", {{"security_defaults", "on"}}),
            "/entra/properties?told=saved");
  EXPECT_TRUE(store->is_on(fact::security_defaults));
}

TEST_F(AdminPagesTest, EntraAssignsRolesForgetsSecondFactorsAndDeletes) {
  auto wei_lin = user(wei);
  wei_lin.phone = true;
  ASSERT_TRUE(store->put(wei_lin));
  sign_in(admin_address);
  const auto path = "/entra/users/" + wei_lin.id;
  EXPECT_THAT(browser.get("/entra/users").body, HasSubstr(path));
  EXPECT_EQ(send(path, path + "/roles", {{"role", "Exchange Administrator"}, {"role", "Emperor"}}),
            path + "?told=saved");
  EXPECT_THAT(user(wei).roles, testing::ElementsAre("Exchange Administrator"));
  EXPECT_EQ(send(path, path + "/methods", {}), path + "?told=saved");
  EXPECT_FALSE(user(wei).has_second_factor());
  EXPECT_EQ(send(path, path + "/revoke", {}), path + "?told=saved");
  EXPECT_EQ(user(wei).generation, wei_lin.generation + 1);
  EXPECT_EQ(send(path, path + "/delete", {}), "/entra/users?told=deleted");
  EXPECT_FALSE(store->user_with_address(wei));
  const auto own = "/entra/users/" + user(admin_address).id;
  EXPECT_EQ(send(own, own + "/roles", {{"role", "User Administrator"}}), own + "?told=not-own-role");
  EXPECT_EQ(send(own, own + "/delete", {}), own + "?told=not-own-role");
  EXPECT_TRUE(user(admin_address).has_role(global_administrator));
}

TEST_F(AdminPagesTest, OnlyAGlobalAdministratorAssignsRoles) {
  sign_in(exchange_admin);
  const auto path = "/entra/users/" + user(exchange_admin).id;
  const auto token = Browser::field(browser.get("/exchange/settings/mail-flow"), "token");
  EXPECT_EQ(browser.post(path + "/roles", {{"role", "Global Administrator"}, {"token", token}}).status, 403);
  EXPECT_FALSE(user(exchange_admin).has_role(global_administrator));
}

TEST_F(AdminPagesTest, TheReportTellsWhoSendsAndHow) {
  const Mail mail{.to = {maria}, .received = clock.now(), .protocol = "XOAUTH2"};
  ASSERT_TRUE(
      store->transaction([&] { return store->deliver(mail, "x", {{maria, "inbox"}, {printer, "sentitems"}}); }));
  sign_in(exchange_admin);
  const auto page = browser.get("/exchange/reports/smtp-auth-clients").body;
  EXPECT_THAT(page, HasSubstr(printer));
  EXPECT_THAT(page, HasSubstr("XOAUTH2"));
}

TEST_F(AdminPagesTest, AConsentIsRevokedAndConsentOfUsersTurnedOff) {
  const auto client = store->fact(fact::client_id);
  ASSERT_TRUE(store->grant({{client, "", "https://outlook.office.com/SMTP.Send", clock.now()}}));
  sign_in(admin_address);
  EXPECT_THAT(browser.get("/entra/applications").body, HasSubstr("The whole organization"));
  EXPECT_EQ(send("/entra/applications", "/entra/applications/revoke", {{"client_id", client}, {"principal", ""}}),
            "/entra/applications?told=saved");
  EXPECT_TRUE(store->consents().empty());
  send("/entra/applications", "/entra/user-consent", {{"user_consent", "off"}});
  EXPECT_TRUE(store->is_on(fact::user_consent_off));
}

TEST_F(AdminPagesTest, EveryPageHasAllItsWordsInEachLanguage) {
  sign_in(admin_address);
  for (const auto* tag : {"en", "zh-CN"}) {
    for (const auto& path :
         {std::string("/"), std::string("/admin/users"), path_of(printer), std::string("/exchange/settings/mail-flow"),
          std::string("/exchange/reports/smtp-auth-clients"), std::string("/entra/users"),
          "/entra/users/" + user(printer).id, std::string("/entra/properties"), std::string("/entra/applications"),
          std::string("/entra/sign-ins"), std::string("/entra/conditional-access"),
          std::string("/entra/conditional-access/new")}) {
      const auto page = browser.get(path + "?lang=" + tag);
      EXPECT_EQ(page.status, 200) << path;
      EXPECT_THAT(page.body, HasSubstr("</html>")) << path;
      EXPECT_THAT(page.body, Not(HasSubstr("cloud."))) << path;
    }
  }
}

}  // namespace paneltwin::net::cloud
