#include <gmock/gmock.h>

#include "tests/net/webconfig/web_fixture.hpp"

namespace paneltwin::net::webconfig {

using testing::HasSubstr;
using testing::Not;

class LogIn : public WebFixture {};

TEST_F(LogIn, the_entry_leads_to_the_main_page) {
  EXPECT_THAT(get("/").body, HasSubstr("./PRESENTATION/ADVANCED/COMMON/TOP"));
  const auto main = get("/PRESENTATION/ADVANCED/COMMON/TOP");
  EXPECT_EQ(main.status, 200);
  EXPECT_THAT(main.body, HasSubstr("<h1 id=\"model_name\">PT-C6000 Series</h1>"));
}

TEST_F(LogIn, with_the_machines_password_a_session_begins) {
  const auto answer = log_in(password);
  EXPECT_EQ(answer.status, 200);
  EXPECT_THAT(cookies["EPSON_COOKIE_SESSION"], testing::MatchesRegex("session&[0-9a-f-]{36}"));
  const auto set = http::value_of(answer.headers, "Set-Cookie").value();
  EXPECT_THAT(set, HasSubstr("; Secure; HttpOnly; SameSite=Strict"));
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/COMMON/TOP").body, HasSubstr("id=\"log-out\""));
}

TEST_F(LogIn, a_wrong_password_is_told_and_begins_no_session) {
  EXPECT_THAT(log_in("wrong").body, HasSubstr("Incorrect user name or password"));
  EXPECT_FALSE(cookies.contains("EPSON_COOKIE_SESSION"));
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/COMMON/TOP").body, HasSubstr("id=\"log-in\""));
}

TEST_F(LogIn, many_wrong_passwords_are_slowed_down_until_time_has_passed) {
  for (int i = 0; i < 5; ++i) log_in("wrong");
  const auto answer = log_in(password);
  EXPECT_EQ(answer.status, 200);
  EXPECT_THAT(answer.body, HasSubstr("Try again later."));
  clock.advance(std::chrono::hours(2));
  EXPECT_THAT(log_in(password).body, HasSubstr("Logged in"));
}

TEST_F(LogIn, a_hostile_user_name_comes_back_as_text) {
  const auto page = post("/PRESENTATION/ADVANCED/PASSWORD/SET",
                         {{"INPUTT_USERNAME", "\"><script>alert(1)</script>"}, {"INPUTT_PASSWORD", "x"}});
  EXPECT_THAT(page.body, Not(HasSubstr("<script>alert")));
}

TEST_F(LogIn, the_administrators_password_is_shown_nowhere) {
  log_in(password);
  for (const char* page : {"/", "/PRESENTATION/ADVANCED/COMMON/TOP", "/PRESENTATION/ADVANCED/INFO_NWINFO/TOP",
                           "/PRESENTATION/ADVANCED/PASSWORD/TOP"}) {
    EXPECT_THAT(get(page).body, Not(HasSubstr(password))) << page;
  }
}

TEST_F(LogIn, a_session_ends_after_twenty_minutes_without_a_visit) {
  log_in(password);
  clock.advance(std::chrono::minutes(19));
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/COMMON/TOP").body, HasSubstr("id=\"log-out\""));
  clock.advance(std::chrono::minutes(20));
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/COMMON/TOP").body, HasSubstr("id=\"log-in\""));
}

TEST_F(LogIn, logging_out_ends_the_session_for_every_holder_of_the_cookie) {
  log_in(password);
  const auto kept = cookies;
  submit("/PRESENTATION/ADVANCED/COMMON/TOP", "/PRESENTATION/ADVANCED/PASSWORD/LOGOUT", {});
  cookies = kept;
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/COMMON/TOP").body, HasSubstr("id=\"log-in\""));
}

TEST_F(LogIn, a_form_needs_the_set_up_token_of_its_page) {
  log_in(password);
  const auto token = token_of(get("/PRESENTATION/ADVANCED/COMMON/TOP"));
  EXPECT_EQ(post("/PRESENTATION/ADVANCED/PASSWORD/LOGOUT", {{"INPUTT_SETUPTOKEN", "0000"}}).status, 200);
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/COMMON/TOP").body, HasSubstr("id=\"log-out\""));
  EXPECT_EQ(post("/PRESENTATION/ADVANCED/PASSWORD/LOGOUT", {{"INPUTT_SETUPTOKEN", token}}).status, 303);
}

TEST_F(LogIn, a_form_from_another_site_is_refused) {
  log_in(password);
  const auto token = token_of(get("/PRESENTATION/ADVANCED/COMMON/TOP"));
  const auto answer =
      post("/PRESENTATION/ADVANCED/PASSWORD/LOGOUT", {{"INPUTT_SETUPTOKEN", token}}, "https://evil.test");
  EXPECT_EQ(answer.status, 403);
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/COMMON/TOP").body, HasSubstr("id=\"log-out\""));
}

TEST_F(LogIn, pages_forbid_keeping_framing_and_foreign_scripts) {
  const auto page = get("/PRESENTATION/ADVANCED/COMMON/TOP");
  EXPECT_EQ(http::value_of(page.headers, "Cache-Control"), "no-store");
  EXPECT_THAT(http::value_of(page.headers, "Content-Security-Policy").value_or(""),
              testing::AllOf(HasSubstr("default-src 'none'"), HasSubstr("frame-ancestors 'none'")));
}

TEST_F(LogIn, a_machine_that_is_off_shows_no_page_and_forgets_who_was_logged_in) {
  log_in(password);
  machine->post(device::command::PowerOff{});
  await([](const auto& state) { return state.power == device::PowerState::off; });
  EXPECT_EQ(get("/PRESENTATION/ADVANCED/COMMON/TOP").status, 503);
  machine->post(device::command::PowerOn{});
  await([](const auto& state) { return state.power == device::PowerState::on; });
  EXPECT_THAT(get("/PRESENTATION/ADVANCED/COMMON/TOP").body, HasSubstr("id=\"log-in\""));
}

TEST_F(LogIn, a_form_that_is_none_or_too_large_is_refused) {
  http::Request request{.method = "POST", .path = "/PRESENTATION/ADVANCED/PASSWORD/SET", .body = "{}"};
  request.headers = {{"Content-Type", "application/json"}};
  EXPECT_EQ(send(request).status, 400);
  EXPECT_EQ(post("/PRESENTATION/ADVANCED/PASSWORD/SET", {{"INPUTT_USERNAME", std::string(100'000, 'x')}}).status, 413);
}

class PlainHttp : public WebFixture {
 protected:
  http::Response plain(const std::string& path) {
    http::Response answer;
    loop.sync([&] {
      web->handle_plain(
          {.method = "GET", .target = path + "?a=1", .path = path, .host = "[::1]:8080"},
          [&](http::Response response) { answer = std::move(response); }, 8443);
    });
    return answer;
  }
};

TEST_F(PlainHttp, is_sent_to_https_with_307) {
  const auto answer = plain("/PRESENTATION/x");
  EXPECT_EQ(answer.status, 307);
  EXPECT_EQ(http::value_of(answer.headers, "Location"), "https://[::1]:8443/PRESENTATION/x?a=1");
}

TEST_F(PlainHttp, comes_in_plain_without_the_redirect_but_no_page_that_needs_a_log_in_does) {
  if (!machine->settings().find("redirect-https")) GTEST_SKIP() << "this machine always redirects";
  machine->post(device::command::SetSetting{"redirect-https", "off"}, {}, device::Origin::web);
  loop.sync([] {});
  EXPECT_EQ(plain("/PRESENTATION/ADVANCED/INFO_PRTINFO/TOP").status, 200);
  for (const char* path : {"/PRESENTATION/ADVANCED/PASSWORD/TOP", "/PRESENTATION/ADVANCED/PASSWORD/SET",
                           "/PRESENTATION/ADVANCED/NW_EMAIL_BASIC/TOP", "/PRESENTATION/ADVANCED/INFO_JOBHISTORY/TOP"}) {
    EXPECT_EQ(plain(path).status, 307) << path;
  }
}

}  // namespace paneltwin::net::webconfig
