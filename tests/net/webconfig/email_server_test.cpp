#include <gmock/gmock.h>

#include "tests/net/webconfig/web_fixture.hpp"

namespace paneltwin::net::webconfig {

using device::EmailMethod;
using device::EmailService;
using Phase = device::SignInAttempt::Phase;
using testing::HasSubstr;
using testing::Not;

namespace {
const std::string basic = "/PRESENTATION/ADVANCED/NW_EMAIL_BASIC/";
const std::string test = "/PRESENTATION/ADVANCED/NW_EMAIL_TEST/";
const http::Fields exchange_online{{"INPUTR_AUTHMETHOD", "OAUTH2"}, {"SEL_EMAILSERVICE", "EXCHANGE_ONLINE"}};
const http::Fields own_server{{"INPUTR_AUTHMETHOD", "SMTP_AUTH"},         {"INPUTT_AUTHACCOUNT", "scan"},
                              {"INPUTT_AUTHPASSWORD", "secret word"},     {"INPUTT_SENDERADDRESS", "scan@office.test"},
                              {"INPUTT_SMTPADDRESS", "mail.office.test"}, {"INPUTT_SMTPPORT", "587"},
                              {"INPUTR_SECURECONNECTION", "STARTTLS"},    {"INPUTR_CERTVALIDATION", "ENABLE"}};
}  // namespace

class EmailServerPage : public WebFixture {
 protected:
  /// What the person does at the provider, once the page with the code is there.
  void decide(device::Result<device::Tokens> tokens) {
    loop.sync([&] { std::exchange(identity.decide, nullptr)(std::move(tokens)); });
    await([](const auto& state) { return state.email.attempts.back().phase > Phase::waiting_for_user; });
  }
  void await_no_attempt() {
    await([](const auto& state) { return state.email.attempts.empty(); });
  }
  const device::Tokens good{.access_token = "access", .refresh_token = "refresh", .account = "printer@contoso.example"};

  /// From the e-mail server page to the page with the code.
  void begin_sign_in() {
    submit(basic + "TOP", basic + "SIGNIN", exchange_online);
    submit(basic + "SIGNIN", basic + "START", {});
    await_code();
  }
  /// The page with the result; until then the page that waits comes again and again.
  std::string test_connection() {
    EXPECT_EQ(location(submit(test + "TOP", test + "SET", {})), test + "POLL");
    auto page = get(test + "POLL").body;
    while (page.find("http-equiv=\"refresh\" content=\"1\"") != std::string::npos) page = get(test + "POLL").body;
    return page;
  }
  void await_code() {
    await([](const auto& state) {
      return !state.email.attempts.empty() && state.email.attempts.back().phase == Phase::waiting_for_user;
    });
    loop.sync([] {});  // the provider has been asked to wait for the person too
  }
};

TEST_F(EmailServerPage, asks_for_the_log_in_first_and_comes_back_to_it) {
  EXPECT_EQ(location(get(basic + "TOP")), "/PRESENTATION/ADVANCED/PASSWORD/TOP?page=NW_EMAIL_BASIC");
  const auto form = get(location(get(basic + "TOP"))).body;
  EXPECT_THAT(form, HasSubstr("name=\"INPUTT_PAGE\" value=\"NW_EMAIL_BASIC\""));
  EXPECT_THAT(form, Not(HasSubstr("NW_EMAIL_TEST")));
}

TEST_F(EmailServerPage, stores_a_server_of_ones_own_and_says_setup_complete) {
  log_in(password);
  EXPECT_THAT(submit(basic + "TOP", basic + "SET", own_server).body, HasSubstr("Setup complete"));
  EXPECT_EQ(email().stored.method, EmailMethod::smtp_auth);
  EXPECT_EQ(email().stored.smtp_host, "mail.office.test");
  EXPECT_EQ(email().stored.smtp_port, 587);
  EXPECT_EQ(email().stored.security, device::Security::starttls);
  EXPECT_TRUE(email().password_set);
  EXPECT_THAT(get(basic + "TOP").body, Not(HasSubstr("secret word")));
}

TEST_F(EmailServerPage, an_empty_password_leaves_the_stored_one) {
  log_in(password);
  submit(basic + "TOP", basic + "SET", own_server);
  auto again = own_server;
  again[2].second = "";
  submit(basic + "TOP", basic + "SET", again);
  test_connection();
  EXPECT_EQ(mail.tested.secret, "secret word");
}

TEST_F(EmailServerPage, a_bad_value_is_marked_and_what_was_typed_stays) {
  log_in(password);
  auto bad = own_server;
  bad[5].second = "70000";
  auto page = submit(basic + "TOP", basic + "SET", bad).body;
  EXPECT_THAT(page, HasSubstr("SMTP Server Port Number: enter a number from 1 to 65535."));
  EXPECT_EQ(email().stored.method, EmailMethod::off);

  bad = own_server;
  bad[3].second = "a<b>@office.test";
  page = submit(basic + "TOP", basic + "SET", bad).body;
  EXPECT_THAT(page, HasSubstr("value=\"a&lt;b&gt;@office.test\" maxlength=\"255\" aria-invalid=\"true\""));
}

TEST_F(EmailServerPage, the_same_form_is_taken_once) {
  log_in(password);
  auto form = own_server;
  form.emplace_back("INPUTT_SETUPTOKEN", token_of(get(basic + "TOP")));
  EXPECT_THAT(post(basic + "SET", form).body, HasSubstr("Setup complete"));
  EXPECT_THAT(post(basic + "SET", form).body, HasSubstr("This page is no longer valid."));
  EXPECT_THAT(post(basic + "SET", own_server).body, HasSubstr("This page is no longer valid."));
}

TEST_F(EmailServerPage, nothing_of_a_sign_in_reaches_the_printer_before_ok) {
  log_in(password);
  begin_sign_in();
  const auto code = get(basic + "CODE").body;
  EXPECT_THAT(code, HasSubstr("H4XD9KQ2M"));
  EXPECT_THAT(code, HasSubstr("href=\"https://cloud.test/devicelogin\""));
  EXPECT_THAT(code, HasSubstr("<svg"));
  EXPECT_THAT(code, Not(HasSubstr("secret-device-code")));
  EXPECT_EQ(get(basic + "POLL").body, R"({"phase":"waiting_for_user"})");

  decide(good);
  EXPECT_EQ(get(basic + "POLL").body, R"({"phase":"signed_in"})");
  EXPECT_EQ(location(get(basic + "CODE")), basic + "TOP");
  const auto page = get(basic + "TOP").body;
  EXPECT_THAT(page, HasSubstr("Signed in"));
  EXPECT_THAT(page, HasSubstr("printer@contoso.example"));
  EXPECT_FALSE(email().sign_in);
  EXPECT_EQ(email().stored.method, EmailMethod::off);

  EXPECT_THAT(submit(basic + "TOP", basic + "SET", exchange_online).body, HasSubstr("Setup complete"));
  EXPECT_EQ(email().stored.method, EmailMethod::oauth2);
  EXPECT_EQ(email().sign_in->account, "printer@contoso.example");
  await_no_attempt();
}

TEST_F(EmailServerPage, ok_with_another_service_takes_no_sign_in_along) {
  log_in(password);
  begin_sign_in();
  decide(good);
  submit(basic + "TOP", basic + "SET", {{"INPUTR_AUTHMETHOD", "OAUTH2"}, {"SEL_EMAILSERVICE", "OUTLOOK_COM"}});
  EXPECT_EQ(email().stored.service, EmailService::outlook_com);
  EXPECT_FALSE(email().sign_in);
}

TEST_F(EmailServerPage, a_declined_sign_in_says_so_and_can_be_tried_again) {
  log_in(password);
  begin_sign_in();
  decide(device::fail(device::FailureKind::sign_in_declined));
  EXPECT_THAT(get(basic + "CODE").body, HasSubstr("The sign-in was declined."));
  submit(basic + "CODE", basic + "START", {});
  await_code();
  EXPECT_THAT(get(basic + "CODE").body, HasSubstr("H4XD9KQ2M"));
  EXPECT_EQ(email().attempts.size(), 1U);
}

TEST_F(EmailServerPage, cancel_and_log_out_end_the_sign_in) {
  log_in(password);
  begin_sign_in();
  submit(basic + "CODE", basic + "CANCEL", {});
  await_no_attempt();

  begin_sign_in();
  submit(basic + "TOP", "/PRESENTATION/ADVANCED/PASSWORD/LOGOUT", {});
  await_no_attempt();
}

TEST_F(EmailServerPage, signing_out_waits_for_ok_too) {
  log_in(password);
  begin_sign_in();
  decide(good);
  submit(basic + "TOP", basic + "SET", exchange_online);

  submit(basic + "TOP", basic + "SIGNOUT", exchange_online);
  EXPECT_TRUE(email().sign_in);
  EXPECT_THAT(get(basic + "TOP").body, Not(HasSubstr("printer@contoso.example")));
  submit(basic + "TOP", basic + "SET", exchange_online);
  EXPECT_FALSE(email().sign_in);
}

TEST_F(EmailServerPage, two_administrators_each_have_their_own_draft) {
  log_in(password);
  begin_sign_in();
  decide(good);
  cookies.clear();
  log_in(password);
  EXPECT_THAT(get(basic + "TOP").body, Not(HasSubstr("printer@contoso.example")));
  EXPECT_EQ(get(basic + "POLL").body, R"({"phase":"gone"})");
}

TEST_F(EmailServerPage, speaks_chinese_in_the_guides_words) {
  log_in(password);
  cookies["EPSON_COOKIE_LANG"] = "lang_b&1/lang_a&11";
  const auto page = get(basic + "TOP").body;
  for (const char* words : {"网络", "电子邮件服务器", "基本", "验证方法", "登录", "确定"}) {
    EXPECT_THAT(page, HasSubstr(words));
  }
}

TEST_F(EmailServerPage, the_connection_test_tells_the_true_cause) {
  log_in(password);
  EXPECT_EQ(location(get(test + "POLL")), test + "TOP");
  EXPECT_THAT(test_connection(), HasSubstr("The email server is not set."));
  submit(basic + "TOP", basic + "SET", own_server);
  EXPECT_THAT(test_connection(), HasSubstr("Connection test was successful."));
  mail.test_result = device::fail(device::FailureKind::starttls_missing);
  EXPECT_THAT(test_connection(), HasSubstr("Change Secure Connection to None."));
}

}  // namespace paneltwin::net::webconfig
