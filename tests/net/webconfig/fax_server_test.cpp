// Fax > Fax Server, and what a model without it, or with a second network, shows instead.
#include <gmock/gmock.h>

#include "tests/net/webconfig/web_fixture.hpp"

namespace paneltwin::net::webconfig {

using device::EmailMethod;
using Phase = device::SignInAttempt::Phase;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {
const std::string base = "/PRESENTATION/ADVANCED/";
const http::Fields exchange_online{{"INPUTR_AUTHMETHOD", "OAUTH2"}, {"SEL_EMAILSERVICE", "EXCHANGE_ONLINE"}};
}  // namespace

class FaxServerPage : public WebFixture {
 protected:
  FaxServerPage() { log_in(password); }
  device::FaxServer fax() { return *machine->snapshot()->fax_server; }
};

TEST_F(FaxServerPage, basic_takes_a_domain_and_refuses_what_is_none) {
  const auto page = get(base + "FAX_SERVER_BASIC/TOP").body;
  EXPECT_THAT(page, AllOf(HasSubstr("INPUTR_USEFAXSERVER"), HasSubstr("INPUTT_FAXDOMAIN"), HasSubstr("Fax Server")));
  const auto refused = submit(base + "FAX_SERVER_BASIC/TOP", base + "FAX_SERVER_BASIC/SET",
                              {{"INPUTR_USEFAXSERVER", "ENABLE"}, {"INPUTT_FAXDOMAIN", "a@b\r\nBcc: x"}});
  EXPECT_THAT(refused.body, HasSubstr("id=\"problem\""));
  EXPECT_FALSE(fax().use);
  submit(base + "FAX_SERVER_BASIC/TOP", base + "FAX_SERVER_BASIC/SET",
         {{"INPUTR_USEFAXSERVER", "ENABLE"}, {"INPUTT_FAXDOMAIN", "fax.example"}});
  EXPECT_TRUE(fax().use);
  EXPECT_EQ(fax().domain, "fax.example");
}

TEST_F(FaxServerPage, has_a_sign_in_of_its_own) {
  const auto settings = base + "FAX_SERVER_EMAIL/";
  EXPECT_EQ(location(submit(settings + "TOP", settings + "SIGNIN", exchange_online)), settings + "SIGNIN");
  EXPECT_EQ(location(submit(settings + "SIGNIN", settings + "START", {})), settings + "CODE");
  await([](const auto& state) {
    return !state.fax_server->email.attempts.empty() &&
           state.fax_server->email.attempts[0].phase == Phase::waiting_for_user;
  });
  loop.sync([] {});
  EXPECT_THAT(get(settings + "CODE").body, HasSubstr("H4XD9KQ2M"));
  // The e-mail server's page knows nothing of it.
  EXPECT_THAT(get(base + "NW_EMAIL_BASIC/TOP").body, Not(HasSubstr("sign-in-account")));
  loop.sync([&] {
    std::exchange(identity.decide, nullptr)(
        device::Tokens{.access_token = "access", .refresh_token = "refresh", .account = "fax@contoso.example"});
  });
  await([](const auto& state) { return state.fax_server->email.attempts[0].phase == Phase::signed_in; });
  EXPECT_THAT(get(settings + "TOP").body, HasSubstr("fax@contoso.example"));
  submit(settings + "TOP", settings + "SET", exchange_online);
  EXPECT_EQ(fax().email.sign_in->account, "fax@contoso.example");
  EXPECT_FALSE(email().sign_in);
}

TEST_F(FaxServerPage, its_connection_test_tries_its_own_server) {
  submit(base + "FAX_SERVER_EMAIL/TOP", base + "FAX_SERVER_EMAIL/SET",
         {{"INPUTR_AUTHMETHOD", "SMTP_AUTH"},
          {"INPUTT_AUTHACCOUNT", "office"},
          {"INPUTT_SENDERADDRESS", "office@fax.test"},
          {"INPUTT_SMTPADDRESS", "smtp.fax.test"}});
  submit(base + "FAX_SERVER_TEST/TOP", base + "FAX_SERVER_TEST/SET", {});
  auto page = get(base + "FAX_SERVER_TEST/POLL").body;
  while (page.find("http-equiv=\"refresh\" content=\"1\"") != std::string::npos) {
    page = get(base + "FAX_SERVER_TEST/POLL").body;
  }
  EXPECT_THAT(page, HasSubstr("Connection test was successful."));
  loop.sync([&] { EXPECT_EQ(mail.tested.host, "smtp.fax.test"); });
}

class NoFax : public WebFixture {
 protected:
  NoFax() : WebFixture({"scan-to-email"}) { log_in(password); }
};

TEST_F(NoFax, there_is_no_tab_and_no_page) {
  EXPECT_THAT(get(base + "NW_EMAIL_BASIC/TOP").body, Not(HasSubstr("FAX_SERVER")));
  for (const auto* page : {"FAX_SERVER_BASIC", "FAX_SERVER_EMAIL", "FAX_SERVER_TEST", "NW2_EMAIL_BASIC"}) {
    EXPECT_EQ(get(base + page + "/TOP").status, 404) << page;
  }
}

class TwoNetworks : public WebFixture {
 protected:
  TwoNetworks() : WebFixture({"scan-to-email", "additional-network"}) { log_in(password); }
};

TEST_F(TwoNetworks, the_additional_one_offers_no_oauth2_and_says_why) {
  EXPECT_THAT(get(base + "NW_EMAIL_BASIC/TOP").body,
              AllOf(HasSubstr("id=\"method-OAUTH2\""), Not(HasSubstr("id=\"no-oauth2\""))));
  EXPECT_THAT(get(base + "NW2_EMAIL_BASIC/TOP").body,
              AllOf(Not(HasSubstr("id=\"method-OAUTH2\"")), HasSubstr("id=\"no-oauth2\""),
                    HasSubstr("additional networks do not support OAuth 2.0"), HasSubstr("Additional Network")));
  const auto forced = submit(base + "NW2_EMAIL_BASIC/TOP", base + "NW2_EMAIL_BASIC/SET", exchange_online);
  EXPECT_THAT(forced.body, HasSubstr("id=\"problem\""));
  EXPECT_EQ(machine->snapshot()->additional_network->email.stored.method, EmailMethod::off);
}

TEST_F(TwoNetworks, mail_goes_out_on_the_chosen_one) {
  submit(base + "NW_EMAIL_NETWORK/TOP", base + "NW_EMAIL_NETWORK/SET", {{"INPUTR_MAILNETWORK", "ADDITIONAL"}});
  EXPECT_EQ(machine->snapshot()->additional_network->mail, device::NetworkSide::additional);
  EXPECT_THAT(get(base + "NW_EMAIL_NETWORK/TOP").body, HasSubstr("value=\"ADDITIONAL\" checked"));
}

}  // namespace paneltwin::net::webconfig
