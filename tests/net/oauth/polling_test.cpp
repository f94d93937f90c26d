#include "net/oauth/polling.hpp"

#include <gtest/gtest.h>

namespace paneltwin::net::oauth {
namespace {

using device::FailureKind;
using namespace std::chrono_literals;

const Refusal pending{.error = "authorization_pending"}, slow_down{.error = "slow_down"};

TEST(PollingTest, AddsFiveSecondsForGoodAtEachSlowDown) {
  Polling polling(5s);
  EXPECT_FALSE(polling.refused(slow_down));
  EXPECT_FALSE(polling.refused(slow_down));
  EXPECT_EQ(polling.wait(), 15s);
  EXPECT_FALSE(polling.refused(pending));
  EXPECT_EQ(polling.wait(), 15s);
}

TEST(PollingTest, BacksOffTwofoldWhileThereIsNoAnswer) {
  Polling polling(5s);
  const device::Failure late{FailureKind::communication, ""};
  for (const auto wait : {10s, 20s, 40s, 80s, 160s}) {
    EXPECT_FALSE(polling.unanswered(late));
    EXPECT_EQ(polling.wait(), wait);
  }
  EXPECT_EQ(polling.unanswered(late), late);
}

TEST(PollingTest, ReturnsToItsPaceWithAnAnswer) {
  Polling polling(5s);
  EXPECT_FALSE(polling.unanswered({FailureKind::dns, ""}));
  EXPECT_FALSE(polling.refused(pending));
  EXPECT_EQ(polling.wait(), 5s);
}

TEST(PollingTest, WaitsAsLongAsTheProviderAsksOnce) {
  Polling polling(5s);
  EXPECT_FALSE(polling.refused({.error = "temporarily_unavailable", .retry_after = 2min}));
  EXPECT_EQ(polling.wait(), 2min);
  EXPECT_FALSE(polling.refused(pending));
  EXPECT_EQ(polling.wait(), 5s);
}

TEST(PollingTest, KeepsALongIntervalOverTheLongestBackOff) {
  Polling polling(10min);
  EXPECT_FALSE(polling.unanswered({FailureKind::communication, ""}));
  EXPECT_EQ(polling.wait(), 10min);
}

TEST(PollingTest, DoesNotHopeForTrustToComeBack) {
  Polling polling(5s);
  EXPECT_TRUE(polling.unanswered({FailureKind::tls_untrusted_date, ""}));
  EXPECT_TRUE(polling.unanswered({FailureKind::canceled, ""}));
}

}  // namespace
}  // namespace paneltwin::net::oauth
