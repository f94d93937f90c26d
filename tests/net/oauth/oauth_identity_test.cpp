#include "net/oauth/oauth_identity.hpp"

#include <gmock/gmock.h>

#include "tests/net/oauth/fake_provider.hpp"
#include "tests/net/scripted_server.hpp"

namespace paneltwin::net::oauth {
namespace {

using device::DeviceGrant;
using device::EmailService;
using device::FailureKind;
using device::Result;
using device::Tokens;
using namespace std::chrono_literals;

class OauthIdentityTest : public ProviderFixture {
 protected:
  Result<DeviceGrant> begin(std::stop_token stop = {}) {
    const auto machine = identity();
    return result_of<Result<DeviceGrant>>(
        [&](auto done) { machine->begin(EmailService::exchange_online, stop, std::move(done)); });
  }

  Result<Tokens> await_grant(DeviceGrant grant, std::stop_token stop = {}) {
    const auto machine = identity();
    return result_of<Result<Tokens>>(
        [&](auto done) { machine->await_grant(EmailService::exchange_online, grant, stop, std::move(done)); });
  }

  Result<Tokens> refresh(const std::string& token) {
    const auto machine = identity();
    return result_of<Result<Tokens>>(
        [&](auto done) { machine->refresh(EmailService::exchange_online, token, {}, std::move(done)); });
  }

  FailureKind end_of_grant(const std::string& error) {
    answers = {refused(error)};
    const auto tokens = await_grant(grant());
    return tokens ? FailureKind::busy : tokens.error().kind;
  }

  /// Outlasts a fast clock on a slow computer, unless the test is about its end.
  DeviceGrant grant(device::Duration lifetime = std::chrono::days(365)) {
    return {.user_code = "F7CG945YZ",
            .verification_uri = "https://login.example/device",
            .device_code = "secret code",
            .expires_at = clock.now() + lifetime,
            .interval = 5s};
  }

  /// The clock's time between one poll and the next.
  std::vector<device::Duration> pauses() {
    std::vector<device::Duration> pauses;
    for (std::size_t i = 2; i < asked.size(); ++i) pauses.push_back(asked[i].at - asked[i - 1].at);
    return pauses;
  }
};

TEST_F(OauthIdentityTest, BeginsAGrantWhereDiscoverySays) {
  answers = {http::Response::json(R"({"device_code": "d", "user_code": "F7CG945YZ", "expires_in": 900, "interval": 7,
                                     "verification_uri": "https://login.example/device"})")};
  const auto grant = begin();
  ASSERT_TRUE(grant) << grant.error().detail;
  EXPECT_EQ(grant->user_code, "F7CG945YZ");
  EXPECT_EQ(grant->verification_uri, "https://login.example/device");
  EXPECT_EQ(grant->expires_at, now + 15min);
  EXPECT_EQ(grant->interval, 7s);
  ASSERT_EQ(asked.size(), 2u);
  EXPECT_EQ(asked[1].path, "/oidc/device");
  EXPECT_EQ(http::value_of(asked[1].form, "client_id"), "the client");
  EXPECT_EQ(http::value_of(asked[1].form, "scope"), "openid offline_access");
}

TEST_F(OauthIdentityTest, TellsAClientThatTheProviderDoesNotKnow) {
  answers = {refused("unauthorized_client")};
  const auto grant = begin();
  ASSERT_FALSE(grant);
  EXPECT_EQ(grant.error().kind, FailureKind::provider_misconfigured);
  EXPECT_EQ(grant.error().detail, "unauthorized_client: AADSTS1: No.");
}

TEST_F(OauthIdentityTest, PollsUntilThePersonHasSignedIn) {
  clock.run(200);
  answers = {refused("authorization_pending"), refused("authorization_pending"),
             granted(R"(, "refresh_token": "the-refresh",
                        "id_token": "e30.eyJwcmVmZXJyZWRfdXNlcm5hbWUiOiJwcmludGVyQGNvbnRvc28uZXhhbXBsZSJ9.")")};
  const auto tokens = await_grant(grant());
  ASSERT_TRUE(tokens) << tokens.error().detail;
  EXPECT_EQ(tokens->access_token, "the-access");
  EXPECT_EQ(tokens->refresh_token, "the-refresh");
  EXPECT_EQ(tokens->account, "printer@contoso.example");
  EXPECT_LE(tokens->access_expires, asked.back().at + 4511s) << "counted from when it was asked for";
  EXPECT_EQ(http::value_of(asked.back().form, "grant_type"), "urn:ietf:params:oauth:grant-type:device_code");
  EXPECT_EQ(http::value_of(asked.back().form, "device_code"), "secret code");
}

TEST_F(OauthIdentityTest, NeverPollsSoonerThanItMay) {
  clock.run(200);
  answers = {refused("authorization_pending"), refused("slow_down"), refused("authorization_pending"), granted()};
  const auto start = clock.now();
  ASSERT_TRUE(await_grant(grant()));
  EXPECT_GE(asked[1].at - start, 5s);
  const auto between = pauses();
  ASSERT_EQ(between.size(), 3u);
  EXPECT_GE(between[0], 5s);
  EXPECT_GE(between[1], 10s) << "5 s more after slow_down";
  EXPECT_GE(between[2], 10s) << "and for good";
}

TEST_F(OauthIdentityTest, EndsAsTheProviderSays) {
  clock.run(1000);
  EXPECT_EQ(end_of_grant("authorization_declined"), FailureKind::sign_in_declined);
  EXPECT_EQ(end_of_grant("access_denied"), FailureKind::sign_in_declined);
  EXPECT_EQ(end_of_grant("expired_token"), FailureKind::sign_in_code_expired);
  EXPECT_EQ(end_of_grant("bad_verification_code"), FailureKind::sign_in_code_expired);
  EXPECT_EQ(end_of_grant("interaction_required"), FailureKind::sign_in_blocked);
  EXPECT_EQ(end_of_grant("invalid_client"), FailureKind::provider_misconfigured);
  EXPECT_EQ(end_of_grant("something_new"), FailureKind::provider_misconfigured);
}

TEST_F(OauthIdentityTest, EndsWhenTheCodeHasRunOut) {
  clock.run(1000);
  const auto tokens = await_grant(grant(12s));
  ASSERT_FALSE(tokens);
  EXPECT_EQ(tokens.error().kind, FailureKind::sign_in_code_expired);
}

TEST_F(OauthIdentityTest, EndsWhenTheClockJumpsPastTheCode) {
  const auto sign_in = grant(15min);
  loop.post([&] { clock.advance(std::chrono::days(91)); });
  const auto tokens = await_grant(sign_in);
  ASSERT_FALSE(tokens);
  EXPECT_EQ(tokens.error().kind, FailureKind::sign_in_code_expired);
}

TEST_F(OauthIdentityTest, StopsWaitingAtOnceWhenAskedTo) {
  std::stop_source stop;
  loop.post([&] { stop.request_stop(); });
  const auto tokens = await_grant(grant(), stop.get_token());  // the clock stands: only the stop can end it
  ASSERT_FALSE(tokens);
  EXPECT_EQ(tokens.error().kind, FailureKind::canceled);
}

TEST_F(OauthIdentityTest, OutlastsAProviderThatIsAwayForAWhile) {
  clock.run(1000);
  answers = {http::Response::text("Bad gateway", 502), http::Response::text("Too many", 429), granted()};
  EXPECT_TRUE(await_grant(grant()));
  const auto between = pauses();
  ASSERT_EQ(between.size(), 2u);
  EXPECT_GE(between[0], 10s);
  EXPECT_GE(between[1], 20s);
}

TEST_F(OauthIdentityTest, GivesUpWhenTheNetworkStaysAway) {
  clock.run(10000);
  faults.network = true;
  const auto tokens = await_grant(grant());
  ASSERT_FALSE(tokens);
  EXPECT_EQ(tokens.error().kind, FailureKind::communication);
}

TEST_F(OauthIdentityTest, GivesUpAtOnceWhenNobodyCanBeTrusted) {
  clock.run(1000);
  faults.tls = true;
  const auto tokens = await_grant(grant());
  ASSERT_FALSE(tokens);
  EXPECT_EQ(tokens.error().kind, FailureKind::tls_untrusted_ca);
}

TEST_F(OauthIdentityTest, RefreshesAndTakesTheNewRefreshToken) {
  answers = {granted(R"(, "refresh_token": "second")")};
  const auto tokens = refresh("first");
  ASSERT_TRUE(tokens) << tokens.error().detail;
  EXPECT_EQ(tokens->refresh_token, "second");
  EXPECT_EQ(tokens->access_expires, now + 4511s);
  EXPECT_EQ(http::value_of(asked.back().form, "grant_type"), "refresh_token");
  EXPECT_EQ(http::value_of(asked.back().form, "refresh_token"), "first");
  EXPECT_EQ(http::value_of(asked.back().form, "client_id"), "the client");
}

TEST_F(OauthIdentityTest, KeepsTheRefreshTokenWhenNoNewOneComes) {
  answers = {granted()};
  EXPECT_EQ(refresh("first")->refresh_token, "first");
}

TEST_F(OauthIdentityTest, TellsAnExpiredSignInFromATroubledProvider) {
  const auto kind_after = [&](http::Response response) {
    answers = {std::move(response)};
    return refresh("first").error().kind;
  };
  for (const auto* error : {"invalid_grant", "interaction_required", "consent_required", "login_required"})
    EXPECT_EQ(kind_after(refused(error)), FailureKind::sign_in_expired) << error;
  for (const auto* error : {"invalid_client", "unauthorized_client", "invalid_scope", "invalid_request", "odd"})
    EXPECT_EQ(kind_after(refused(error)), FailureKind::provider_misconfigured) << error;
  EXPECT_EQ(kind_after(refused("temporarily_unavailable")), FailureKind::temporary);
  EXPECT_EQ(kind_after(http::Response::text("", 503)), FailureKind::temporary);
  EXPECT_EQ(kind_after(http::Response::text("", 429)), FailureKind::temporary);
  EXPECT_EQ(kind_after(http::Response::html("<h1>Wi-Fi of the hotel</h1>")), FailureKind::cloud_communication);
  EXPECT_EQ(kind_after(http::Response::redirect("https://hotel.example/", 302)), FailureKind::cloud_communication);
}

TEST_F(OauthIdentityTest, LooksForTheEndpointsOnlyOnce) {
  const auto machine = identity();
  for (int i = 0; i < 3; ++i) {
    answers = {granted()};
    EXPECT_TRUE(result_of<Result<Tokens>>(
        [&](auto done) { machine->refresh(EmailService::exchange_online, "first", {}, std::move(done)); }));
  }
  EXPECT_EQ(asked.size(), 4u);
}

TEST_F(OauthIdentityTest, RefusesADiscoveryDocumentOfAnotherIssuer) {
  provider.issuer += "/";
  EXPECT_EQ(begin().error().kind, FailureKind::provider_misconfigured);
}

TEST_F(OauthIdentityTest, SaysWhatKeepsItFromTheProvider) {
  faults.dns = true;
  provider.issuer = "https://login.example";
  EXPECT_EQ(begin().error().kind, FailureKind::dns);
  faults.network = true;
  EXPECT_EQ(begin().error().kind, FailureKind::communication);
  faults.network = false;
  const ScriptedServer mail([](Peer& peer) { peer.write("220 ready\r\n" + peer.read_until("\r\n\r\n")); });
  provider.issuer = "http://127.0.0.1:" + std::to_string(mail.port());
  EXPECT_EQ(begin().error().kind, FailureKind::cloud_communication);
}

TEST_F(OauthIdentityTest, HasNoProviderForAnUnknownService) {
  const auto machine = make_identity(wire, clock, {});
  const auto grant = result_of<Result<DeviceGrant>>(
      [&](auto done) { machine->begin(EmailService::outlook_com, {}, std::move(done)); });
  EXPECT_EQ(grant.error().kind, FailureKind::provider_misconfigured);
}

}  // namespace
}  // namespace paneltwin::net::oauth
