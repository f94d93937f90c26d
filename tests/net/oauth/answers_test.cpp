#include "net/oauth/answers.hpp"

#include <gtest/gtest.h>

namespace paneltwin::net::oauth {
namespace {

using namespace std::chrono_literals;

const device::Instant now = *device::from_iso8601("2026-11-23T09:30:00Z");

constexpr std::string_view microsoft =
    R"({"user_code":"BPPVYQZMA","device_code":"FABABAAEAAAD--x","verification_uri":"https://login.microsoft.com/device",)"
    R"("expires_in":900,"interval":5,"message":"To sign in, use a web browser."})";

auto grant_in(std::string body, int status = 200) { return read_device_grant(http::Response::json(body, status), now); }
auto tokens_in(std::string body, int status = 200) { return read_tokens(http::Response::json(body, status), now); }

TEST(AnswersTest, ReadADeviceGrantAsMicrosoftSendsIt) {
  const auto grant = grant_in(std::string(microsoft));
  ASSERT_TRUE(grant);
  EXPECT_EQ(grant->user_code, "BPPVYQZMA");
  EXPECT_EQ(grant->device_code, "FABABAAEAAAD--x");
  EXPECT_EQ(grant->verification_uri, "https://login.microsoft.com/device");
  EXPECT_EQ(grant->verification_uri_complete, "");
  EXPECT_EQ(grant->expires_at, now + 15min);
  EXPECT_EQ(grant->interval, 5s);
}

TEST(AnswersTest, TakeSloppyTypesAndNames) {
  const auto grant = grant_in(
      R"({"user_code":"A","device_code":"d","verification_url":"http://x.example/d","expires_in":"300","interval":"9.0"})");
  ASSERT_TRUE(grant);
  EXPECT_EQ(grant->verification_uri, "http://x.example/d");
  EXPECT_EQ(grant->expires_at, now + 5min);
  EXPECT_EQ(grant->interval, 9s);
}

TEST(AnswersTest, TakeFiveSecondsWithoutAnInterval) {
  const auto with = [](std::string_view interval) {
    return grant_in(R"({"user_code":"A","device_code":"d","verification_uri":"https://x.example/","expires_in":1)" +
                    std::string(interval) + "}")
        ->interval;
  };
  EXPECT_EQ(with(""), 5s);
  EXPECT_EQ(with(R"(,"interval":null)"), 5s);
  EXPECT_EQ(with(R"(,"interval":-3)"), 5s);
  EXPECT_EQ(with(R"(,"interval":0)"), 1s) << "never without any pause";
}

TEST(AnswersTest, SendNobodyToAnAddressThatIsNotOfTheWeb) {
  for (const auto* address :
       {"javascript:alert(1)", "", "login.example", "https://", "https://x.example/\\n", "file:///etc"}) {
    EXPECT_FALSE(grant_in(std::string(R"({"user_code":"A","device_code":"d","expires_in":9,"verification_uri":")") +
                          address + "\"}"))
        << address;
  }
}

TEST(AnswersTest, DropACompleteAddressThatIsNotOfTheWeb) {
  const auto grant = grant_in(R"*({"user_code":"A","device_code":"d","expires_in":9,
      "verification_uri":"https://x.example/","verification_uri_complete":"javascript:alert(1)"})*");
  ASSERT_TRUE(grant);
  EXPECT_EQ(grant->verification_uri_complete, "");
}

TEST(AnswersTest, NeedEachMemberThatAPersonOrTheMachineNeeds) {
  for (const std::string name : {"user_code", "device_code", "verification_uri", "expires_in"}) {
    std::string body(microsoft);
    body.replace(body.find(name), name.size(), "other");
    const auto grant = grant_in(body);
    ASSERT_FALSE(grant) << name;
    EXPECT_EQ(grant.error().error, "invalid_response");
  }
}

TEST(AnswersTest, ReadWhyNothingWasGranted) {
  const auto tokens =
      tokens_in(R"({"error":"authorization_pending","error_description":"AADSTS70016: Pending.\r\nTrace"})", 400);
  ASSERT_FALSE(tokens);
  EXPECT_EQ(tokens.error(), (Refusal{"authorization_pending", "AADSTS70016: Pending."}));
}

TEST(AnswersTest, HeedRetryAfter) {
  auto response = http::Response::text("", 429);
  response.header("retry-after", "17");
  EXPECT_EQ(read_tokens(response, now).error().retry_after, 17s);
  response.headers = {{"Retry-After", "999999999"}};
  EXPECT_EQ(read_tokens(response, now).error().retry_after, 1h);
  for (const auto* odd : {"", "-1", "soon", "99999999999999999999"}) {
    response.headers = {{"Retry-After", odd}};
    EXPECT_EQ(read_tokens(response, now).error().retry_after, std::nullopt) << odd;
  }
}

TEST(AnswersTest, RefuseTokensThatAreNone) {
  EXPECT_FALSE(tokens_in(R"({"token_type":"Bearer"})"));
  EXPECT_FALSE(tokens_in(R"({"token_type":"Bearer","access_token":""})"));
  EXPECT_FALSE(tokens_in(R"({"token_type":"Bearer","access_token":7})"));
  EXPECT_FALSE(tokens_in(R"({"token_type":"Bearer","access_token":"two words"})"));
  EXPECT_FALSE(tokens_in(R"({"token_type":"pop","access_token":"a"})"));
  EXPECT_FALSE(tokens_in(R"({"error":"x","access_token":"a"})"));
  EXPECT_FALSE(tokens_in(R"({"access_token":")" + std::string(70'000, 'a') + "\"}"));
  EXPECT_TRUE(tokens_in(R"({"token_type":"bearer","access_token":"a","expires_in":"3599"})"));
}

TEST(AnswersTest, TrustATokenOfUnknownLifetimeForFiveMinutes) {
  EXPECT_EQ(tokens_in(R"({"access_token":"a"})")->access_expires, now + 5min);
  EXPECT_EQ(tokens_in(R"({"access_token":"a","expires_in":1e300})")->access_expires, now + std::chrono::days(366));
}

TEST(AnswersTest, FindTheAccountInAnIdToken) {
  EXPECT_EQ(account_of("e30.eyJlbWFpbCI6ImFAYi5leGFtcGxlIn0.sig"), "a@b.example");
  EXPECT_EQ(account_of("e30.eyJ1cG4iOiJhQGIuZXhhbXBsZSJ9"), "") << "two parts only";
  EXPECT_EQ(account_of("e30.eyJ1cG4iOiJhQGIuZXhhbXBsZSJ9."), "a@b.example");
  for (const auto* odd : {"", ".", "..", "a.b.c", "e30.e30.", "e30.W10.", "e30.!!!.x", "e30.bnVsbA.x"})
    EXPECT_EQ(account_of(odd), "") << odd;
}

/// Whatever comes, reading ends in a value or a refusal.
TEST(AnswersTest, StandAnAnswerCutAnywhereAndAnyByteChanged) {
  for (std::size_t i = 0; i <= microsoft.size(); ++i) {
    const std::string cut(microsoft.substr(0, i));
    EXPECT_EQ(grant_in(cut).has_value(), i == microsoft.size()) << i;
    EXPECT_FALSE(tokens_in(cut)) << i;
    for (const char change : {'\0', '"', '{', '}', '\\', '\x80', '9'}) {
      std::string changed(microsoft);
      if (i < changed.size()) changed[i] = change;
      const auto grant = grant_in(changed);
      EXPECT_TRUE(!grant || !grant->user_code.empty());
    }
  }
}

}  // namespace
}  // namespace paneltwin::net::oauth
