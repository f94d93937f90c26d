// How much a mailbox may send, and when what is too much shows.
#include "net/cloud/exchange/sending_limits.hpp"

#include "tests/net/cloud/tenant_fixture.hpp"

namespace paneltwin::net::cloud {

using namespace std::chrono_literals;

class SendingLimitsTest : public TenantTest {
 protected:
  device::Duration delay(const std::string& mailbox = "a") {
    const auto shows = limits.take(mailbox, 1, clock.now());
    return shows ? *shows - clock.now() : device::Duration(-1);
  }
  SendingLimits limits{*store};
};

TEST_F(SendingLimitsTest, TheThirtyFirstOfAMinuteComesAMinuteLater) {
  for (int i = 0; i < 30; ++i) EXPECT_EQ(delay(), 0s) << i;
  for (int i = 0; i < 30; ++i) EXPECT_EQ(delay(), 60s) << i;
  EXPECT_EQ(delay(), 120s);
  EXPECT_EQ(delay("b"), 0s) << "another mailbox";
  clock.advance(5min);
  EXPECT_EQ(delay(), 0s);
}

TEST_F(SendingLimitsTest, TenThousandRecipientsADayAndNotOneMore) {
  EXPECT_TRUE(limits.take("a", 9'999, clock.now()));
  EXPECT_EQ(limits.take("a", 2, clock.now()).error(), DeliveryRefusal::recipient_quota);
  EXPECT_TRUE(limits.take("a", 1, clock.now())) << "what was refused does not count";
  EXPECT_FALSE(limits.take("a", 1, clock.now() + 23h));
  EXPECT_TRUE(limits.take("a", 10'000, clock.now() + 24h));
}

TEST_F(SendingLimitsTest, WhatWasSentBeforeARestartCounts) {
  const Mail mail{.to = std::vector<std::string>(9'999, "x@y"), .received = clock.now()};
  ASSERT_TRUE(store->transaction([&] { return store->deliver(mail, "x", {{"a", "sentitems"}}); }));
  EXPECT_TRUE(limits.take("a", 1, clock.now()));
  EXPECT_FALSE(limits.take("a", 1, clock.now()));
}

TEST_F(SendingLimitsTest, TheTenantTurnsThemOff) {
  ASSERT_TRUE(store->set_fact(fact::sending_limits_off, "1"));
  for (int i = 0; i < 40; ++i) EXPECT_EQ(delay(), 0s);
  EXPECT_TRUE(limits.take("a", 20'000, clock.now()));
}

TEST_F(SendingLimitsTest, WhatIsHeldBackShowsWhenItIsDue) {
  const auto due = clock.now() + 60s;
  ASSERT_TRUE(store->transaction([&] { return store->deliver({}, "x", {{"b", "inbox", due}, {"a", "sentitems"}}); }));
  EXPECT_TRUE(store->mails({.mailbox = "b"}).empty());
  EXPECT_EQ(store->count_mails({.mailbox = "b"}).all, 0);
  EXPECT_EQ(store->mails({.mailbox = "a"}).size(), 1u);
  EXPECT_EQ(store->next_due(), due);
  EXPECT_FALSE(*store->release(due - 1ms));
  EXPECT_TRUE(*store->release(due));
  EXPECT_EQ(store->mails({.mailbox = "b"}).size(), 1u);
  EXPECT_FALSE(store->next_due());
}

}  // namespace paneltwin::net::cloud
