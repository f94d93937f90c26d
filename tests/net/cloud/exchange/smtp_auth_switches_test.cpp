// The switches of SMTP AUTH: what counts now, at once or a while after it was turned.
#include "net/cloud/exchange/smtp_auth_switches.hpp"

#include <gtest/gtest.h>

#include "tests/net/cloud/tenant.hpp"

namespace paneltwin::net::cloud {

using namespace std::chrono_literals;

class SmtpAuthSwitches : public testing::Test, protected Tenant {
 protected:
  bool organization_off() { return organization_is_off(*store, clock.now()); }
  User printer() { return *store->user_with_address("printer@contoso.example"); }
  std::optional<bool> mailbox_off() { return mailbox_is_off(*store, printer(), clock.now()); }
};

TEST_F(SmtpAuthSwitches, TurnAtOnce) {
  ASSERT_TRUE(turn_organization(*store, true, clock.now()));
  EXPECT_TRUE(organization_off());
  ASSERT_TRUE(turn_mailbox(*store, printer(), false, clock.now()));
  EXPECT_EQ(mailbox_off(), false);
  ASSERT_TRUE(turn_mailbox(*store, printer(), std::nullopt, clock.now()));
  EXPECT_EQ(mailbox_off(), std::nullopt);
}

TEST_F(SmtpAuthSwitches, TurnAWhileLaterWhereTheTenantIsSetSo) {
  ASSERT_TRUE(store->set_fact(fact::changes_delayed, "1"));
  ASSERT_TRUE(turn_organization(*store, true, clock.now()));
  ASSERT_TRUE(turn_mailbox(*store, printer(), false, clock.now()));
  EXPECT_FALSE(organization_off());
  EXPECT_EQ(mailbox_off(), std::nullopt);
  EXPECT_TRUE(store->is_on(fact::smtp_auth_disabled)) << "what is set shows at once";
  clock.advance(changes_take - 1s);
  EXPECT_FALSE(organization_off());
  ASSERT_TRUE(turn_mailbox(*store, printer(), true, clock.now()));
  EXPECT_EQ(mailbox_off(), std::nullopt) << "what counted goes on counting";
  clock.advance(1s);
  EXPECT_TRUE(organization_off());
  EXPECT_EQ(mailbox_off(), std::nullopt);
  clock.advance(changes_take);
  EXPECT_EQ(mailbox_off(), true);
}

TEST_F(SmtpAuthSwitches, AreNotDelayedAgainByWhatStaysAsItIs) {
  ASSERT_TRUE(store->set_fact(fact::changes_delayed, "1"));
  ASSERT_TRUE(turn_organization(*store, true, clock.now()));
  clock.advance(changes_take - 1s);
  ASSERT_TRUE(turn_organization(*store, true, clock.now()));
  clock.advance(1s);
  EXPECT_TRUE(organization_off());
  ASSERT_TRUE(turn_organization(*store, false, clock.now()));
  EXPECT_TRUE(organization_off());
  ASSERT_TRUE(store->set_fact(fact::changes_delayed, ""));
  EXPECT_FALSE(organization_off()) << "without the delay everything counts";
}

}  // namespace paneltwin::net::cloud
