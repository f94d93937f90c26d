#include <boost/json.hpp>
#include <gmock/gmock.h>

#include "tests/net/cloud/tenant_fixture.hpp"

namespace paneltwin::net::cloud {

using namespace std::string_view_literals;

using namespace std::chrono_literals;
using TokenEndpointTest = TenantTest;

TEST_F(TokenEndpointTest, AnswersADeviceAuthorizationAsEntraDoes) {
  const auto answer = endpoint.authorize_device(
      {"contoso.example", {{"client_id", client}, {"scope", submission}}, "https://127.0.0.1:8444", "", {"t", "c"}});
  ASSERT_TRUE(answer);
  EXPECT_EQ(text(*answer, "user_code").size(), 9u);
  EXPECT_GE(text(*answer, "device_code").size(), 200u);
  EXPECT_EQ(text(*answer, "verification_uri"), "https://127.0.0.1:8444/devicelogin");
  EXPECT_EQ(answer->at("expires_in"), 900);
  EXPECT_EQ(answer->at("interval"), 5);
  EXPECT_FALSE(answer->contains("verification_uri_complete"));
}

TEST_F(TokenEndpointTest, PersonalAccountsHaveShorterUserCodes) {
  EXPECT_EQ(ask_for_code(submission, "consumers").second.size(), 8u);
}

TEST_F(TokenEndpointTest, PersonalTokensAreOpaqueAndGoodForSubmission) {
  const auto [device_code, user_code] = ask_for_code(submission, "consumers");
  EXPECT_FALSE(sign_ins.approve(user_code, "maria.santos@contoso.example", false)) << "no personal account";
  ASSERT_TRUE(sign_ins.approve(user_code, "taylor.reed@outlook.example", false));
  const auto answer = poll(device_code);
  ASSERT_TRUE(answer);
  const auto token = text(*answer, "access_token");
  EXPECT_TRUE(token.starts_with("EwB"));
  EXPECT_EQ(tokens.check_access(token, Resource::exchange, std::array{"SMTP.Send"sv})->address,
            "taylor.reed@outlook.example");
  const auto refresh_at = [&](const std::string& tenant, const std::string& scope = "") {
    return post({{"grant_type", "refresh_token"},
                 {"client_id", client},
                 {"refresh_token", text(*answer, "refresh_token")},
                 {"scope", scope}},
                tenant);
  };
  for (const auto* home : {"consumers", "common"}) EXPECT_EQ(code_of(refresh_at(home)), 0) << home;
  for (const auto* stranger : {"organizations", "contoso.example"}) {
    EXPECT_EQ(code_of(refresh_at(stranger)), 50020) << stranger;
  }
  const auto refused = refresh_at("consumers", "https://graph.microsoft.com/Mail.Read");
  EXPECT_EQ(code_of(refused), 70000) << "personal accounts have other words for a scope that was not granted";
  EXPECT_EQ(refused.error().suberror, "consent_required");
}

TEST_F(TokenEndpointTest, AWorkAccountIsNoPersonalOne) {
  const auto token = text(signed_in("printer@contoso.example"), "refresh_token");
  const http::Fields form{{"grant_type", "refresh_token"}, {"client_id", client}, {"refresh_token", token}};
  for (const auto* home : {"common", "organizations", "contoso.example"}) EXPECT_EQ(code_of(post(form, home)), 0);
  EXPECT_EQ(code_of(post(form, "consumers")), 70000);
}

TEST_F(TokenEndpointTest, AnUntouchedCodeIsPendingAndThenExpires) {
  const auto [device_code, user_code] = ask_for_code();
  EXPECT_EQ(error_of(poll(device_code)), "authorization_pending");
  EXPECT_EQ(code_of(poll(device_code)), 70016);
  clock.advance(900s);
  EXPECT_EQ(error_of(poll(device_code)), "expired_token");
  EXPECT_EQ(code_of(poll(device_code)), 70020);
}

TEST_F(TokenEndpointTest, SlowDownIsSaidOnlyWhereTheTenantIsSetTo) {
  const auto device_code = ask_for_code().first;
  for (int i = 0; i < 3; ++i) EXPECT_EQ(error_of(poll(device_code)), "authorization_pending");
  ASSERT_TRUE(store->set_fact(fact::slow_down, "1"));
  EXPECT_EQ(error_of(poll(device_code)), "authorization_pending") << "the first poll is never too early";
  clock.advance(4s);
  EXPECT_EQ(error_of(poll(device_code)), "slow_down");
  clock.advance(5s);
  EXPECT_EQ(error_of(poll(device_code)), "slow_down") << "ten seconds now";
  clock.advance(15s);
  EXPECT_EQ(error_of(poll(device_code)), "authorization_pending");
}

TEST_F(TokenEndpointTest, AnApprovedCodeGivesTokensOnce) {
  const auto [device_code, user_code] = ask_for_code();
  ASSERT_TRUE(sign_ins.approve(user_code, "printer@contoso.example", false));
  const auto answer = poll(device_code);
  ASSERT_TRUE(answer);
  EXPECT_EQ(text(*answer, "token_type"), "Bearer");
  EXPECT_EQ(text(*answer, "scope"), "https://outlook.office.com/SMTP.Send openid profile");
  EXPECT_FALSE(text(*answer, "refresh_token").empty());
  EXPECT_FALSE(text(*answer, "id_token").empty());
  EXPECT_GE(answer->at("expires_in").as_int64(), 3600);
  EXPECT_LE(answer->at("expires_in").as_int64(), 5400);
  EXPECT_EQ(error_of(poll(device_code)), "invalid_grant");
}

TEST_F(TokenEndpointTest, NeitherRefreshNorIdTokenComesUnasked) {
  const auto [device_code, user_code] = ask_for_code("https://outlook.office.com/SMTP.Send");
  ASSERT_TRUE(sign_ins.approve(user_code, "printer@contoso.example", false));
  const auto answer = poll(device_code);
  ASSERT_TRUE(answer);
  EXPECT_FALSE(answer->contains("refresh_token"));
  EXPECT_FALSE(answer->contains("id_token"));
}

TEST_F(TokenEndpointTest, ADeclinedCodeSaysSo) {
  const auto [device_code, user_code] = ask_for_code();
  auto& sign_in = begin();
  ASSERT_EQ(walk_to_password(sign_in, user_code, "printer@contoso.example"), SignInPage::confirm);
  ASSERT_EQ(answer(sign_in, {{"action", "cancel"}}), SignInPage::declined);
  EXPECT_EQ(error_of(poll(device_code)), "authorization_declined");
  EXPECT_EQ(code_of(poll(device_code)), 700171);
}

TEST_F(TokenEndpointTest, AnUnknownCodeIsNeverPending) {
  for (const auto* code : {"undefined", "x", "BAQABIQEAAAD"}) EXPECT_EQ(error_of(poll(code)), "bad_verification_code");
  EXPECT_EQ(code_of(post({{"grant_type", "device_code"}, {"client_id", client}})), 900144);
}

TEST_F(TokenEndpointTest, TakesTheOlderSpellingsOfTheDeviceGrant) {
  const auto [device_code, user_code] = ask_for_code();
  EXPECT_EQ(error_of(post({{"grant_type", "device_code"}, {"client_id", client}, {"code", device_code}})),
            "authorization_pending");
}

TEST_F(TokenEndpointTest, RefusesWhatIsMissingOrStrange) {
  EXPECT_EQ(code_of(post({})), 900144);
  EXPECT_EQ(code_of(post({{"grant_type", "password"}, {"client_id", client}})), 70003);
  EXPECT_EQ(code_of(post({{"grant_type", "device_code"}})), 900144);
  EXPECT_EQ(code_of(post({{"grant_type", "device_code"}, {"client_id", "nobody"}})), 700016);
  EXPECT_EQ(code_of(post({{"grant_type", "device_code"}, {"client_id", client}}, "fabrikam.example")), 90002);
  EXPECT_EQ(ask_for_code("").second, "invalid_request");
  EXPECT_EQ(ask_for_code("https://outlook.office.com/SMTP.Fly").second, "invalid_client");
  EXPECT_EQ(ask_for_code("https://elsewhere.example/x").second, "invalid_scope");
  EXPECT_EQ(ask_for_code("https://outlook.office.com/SMTP.Send https://graph.microsoft.com/User.Read").second,
            "invalid_scope");
  EXPECT_EQ(ask_for_code(std::string(5000, 'a')).second, "invalid_request");
}

TEST_F(TokenEndpointTest, ARefreshTokenLivesNinetyDaysFromItsLastUse) {
  auto token = text(signed_in("printer@contoso.example"), "refresh_token");
  for (int i = 0; i < 3; ++i) {
    clock.advance(89 * 24h);
    const auto answer = refresh(token);
    ASSERT_TRUE(answer) << answer.error().text;
    token = text(*answer, "refresh_token");
  }
  clock.advance(90 * 24h);
  EXPECT_EQ(code_of(refresh(token)), 700082);
  EXPECT_EQ(error_of(refresh(token)), "invalid_grant");
}

TEST_F(TokenEndpointTest, AUsedRefreshTokenStaysGood) {
  const auto token = text(signed_in("printer@contoso.example"), "refresh_token");
  EXPECT_TRUE(refresh(token));
  EXPECT_TRUE(refresh(token));
}

TEST_F(TokenEndpointTest, RefreshEndsWithRevocationDisablingAndWithdrawnConsent) {
  const auto token = text(signed_in("printer@contoso.example"), "refresh_token");
  auto printer = user("printer@contoso.example");
  printer.enabled = false;
  ASSERT_TRUE(store->put(printer));
  EXPECT_EQ(code_of(refresh(token)), 50057);
  printer.enabled = true;
  ASSERT_TRUE(store->put(printer));
  ASSERT_TRUE(store->withdraw(client, printer.id));
  EXPECT_EQ(code_of(refresh(token)), 65001);
  EXPECT_EQ(refresh(token).error().suberror, "consent_required");
  ++printer.generation;
  ASSERT_TRUE(store->put(printer));
  EXPECT_EQ(code_of(refresh(token)), 50173);
  EXPECT_THAT(refresh(token).error().text,
              testing::ContainsRegex("issued on '2026-05-04T09:0.:..\\.[0-9]+0000Z' and the"));
  printer.enabled = false;
  ASSERT_TRUE(store->put(printer));
  EXPECT_EQ(code_of(refresh(token)), 50057) << "blocking a user revokes as well, and is told first";
}

TEST_F(TokenEndpointTest, APolicyAgainstDeviceCodesReachesTheirRefreshTokensToo) {
  const auto token = text(signed_in("printer@contoso.example"), "refresh_token");
  AccessPolicy policy{
      .id = "p", .name = "no device codes", .state = AccessPolicy::State::report_only, .device_code_only = true};
  ASSERT_TRUE(store->put(policy));
  EXPECT_TRUE(refresh(token));
  policy.state = AccessPolicy::State::on;
  ASSERT_TRUE(store->put(policy));
  EXPECT_EQ(code_of(refresh(token)), 53003);
  EXPECT_EQ(error_of(refresh(token)), "interaction_required");
}

TEST_F(TokenEndpointTest, RefusesADamagedRefreshToken) {
  const auto token = text(signed_in("printer@contoso.example"), "refresh_token");
  for (std::size_t cut = 0; cut < token.size(); cut += 7) EXPECT_FALSE(refresh(token.substr(0, cut)));
  auto changed = token;
  changed[token.size() / 2] = changed[token.size() / 2] == 'A' ? 'B' : 'A';
  EXPECT_EQ(code_of(refresh(changed)), 70000);
}

TEST_F(TokenEndpointTest, TheAccessTokenIsForSubmissionOnly) {
  const auto token = text(signed_in("maria.santos@contoso.example"), "access_token");
  const auto owner = tokens.check_access(token, Resource::exchange, std::array{"SMTP.Send"sv});
  ASSERT_TRUE(owner);
  EXPECT_EQ(owner->address, "maria.santos@contoso.example");
  EXPECT_EQ(tokens.check_access(token, Resource::graph, std::array{"SMTP.Send"sv}).error(), TokenFault::wrong_audience);
  EXPECT_EQ(tokens.check_access(token, Resource::exchange, std::array{"Mail.Read"sv}).error(),
            TokenFault::missing_permission);
  EXPECT_EQ(tokens.check_access(token + "x", Resource::exchange, std::array{"SMTP.Send"sv}).error(),
            TokenFault::malformed);
  EXPECT_EQ(tokens.check_access("", Resource::exchange, std::array{"SMTP.Send"sv}).error(), TokenFault::malformed);
  clock.advance(91min);
  EXPECT_EQ(tokens.check_access(token, Resource::exchange, std::array{"SMTP.Send"sv}).error(), TokenFault::expired);
}

TEST_F(TokenEndpointTest, AGraphTokenDoesNotSubmit) {
  const auto [device_code, user_code] = ask_for_code("https://graph.microsoft.com/SMTP.Send");
  ASSERT_TRUE(sign_ins.approve(user_code, "maria.santos@contoso.example", false));
  const auto answer = poll(device_code);
  ASSERT_TRUE(answer);
  EXPECT_EQ(tokens.check_access(text(*answer, "access_token"), Resource::exchange, std::array{"SMTP.Send"sv}).error(),
            TokenFault::wrong_audience);
}

TEST_F(TokenEndpointTest, CodesAndTokensOutliveARestart) {
  const auto token = text(signed_in("printer@contoso.example"), "refresh_token");
  const auto [device_code, user_code] = ask_for_code();
  store.reset();
  const auto again = open_store(folder.path());
  const Tokens same_tokens(*again, clock, *SigningKey::read(again->fact(fact::signing_key)),
                           SealedBox(std::string(32, 'k')));
  TokenEndpoint restarted(*again, clock, same_tokens);
  EXPECT_TRUE(again->device_code_for(user_code));
  EXPECT_TRUE(restarted.token({"organizations",
                               {{"grant_type", "refresh_token"}, {"client_id", client}, {"refresh_token", token}},
                               "https://127.0.0.1:8444",
                               "",
                               {}}));
}

}  // namespace paneltwin::net::cloud
