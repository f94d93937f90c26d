// What the panel makes of the provider's sign-in pages, without a socket; with sockets the journeys show it.
#include "net/oauth/page_sign_in.hpp"

#include <gtest/gtest.h>

namespace paneltwin::net::oauth {

namespace {

using device::FailureKind;
using Kind = device::IdentityPage::Kind;

TEST(PageSignIn, a_session_comes_back_as_it_was_and_nothing_else_is_one) {
  PageSession session{"flow", "canary", "account", "verifier", "state", "zh-CN"};
  session.cookies = {{"__Host-a", "1"}, {"b", "2"}};
  const auto again = PageSession::from(session.text());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->text(), session.text());
  EXPECT_FALSE(PageSession::from("page-session"));
}

TEST(PageSignIn, reads_the_page_and_what_the_next_answer_needs) {
  PageSession session;
  const auto response = http::Response::json(
      R"({"page":"consent","flow":"f1","canary":"c1","user":"wei@contoso.example","app":"Printer",
          "may_consent_for_all":true,"permissions":[{"title":"Send mail","detail":"as you"},7]})");
  const auto page = read_page(response, session);
  ASSERT_TRUE(page) << page.error().detail;
  EXPECT_EQ(page->kind, Kind::consent);
  EXPECT_TRUE(page->may_consent_for_all);
  ASSERT_EQ(page->permissions.size(), 1U);
  EXPECT_EQ(session.flow, "f1");
  EXPECT_EQ(session.canary, "c1");
}

TEST(PageSignIn, a_provider_that_makes_no_sense_is_no_page) {
  PageSession session;
  const auto kind = [&](std::string body, int status = 200) {
    return read_page(http::Response::json(std::move(body), status), session).error().kind;
  };
  EXPECT_EQ(kind("<html>"), FailureKind::provider_misconfigured);
  EXPECT_EQ(kind(R"({"page":"dance"})"), FailureKind::provider_misconfigured);
  EXPECT_EQ(kind("{}", 503), FailureKind::temporary);
  EXPECT_EQ(kind(R"({"error_description":"AADSTS90107: gone"})", 400), FailureKind::sign_in_code_expired);
}

TEST(PageSignIn, takes_a_code_only_from_its_own_answer) {
  EXPECT_EQ(code_in("http://localhost?code=abc&state=s1", "s1").value(), "abc");
  EXPECT_EQ(code_in("http://localhost?code=abc&state=s2", "s1").error().kind, FailureKind::provider_misconfigured);
  EXPECT_EQ(code_in("https://elsewhere/?code=abc&state=s1", "s1").error().kind, FailureKind::provider_misconfigured);
  EXPECT_EQ(code_in("http://localhost?error=access_denied&state=s1", "s1").error().kind, FailureKind::sign_in_declined);
}

}  // namespace

}  // namespace paneltwin::net::oauth
