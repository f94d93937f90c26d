#include "device/assets.hpp"
#include "tests/net/cloud/tenant_fixture.hpp"

namespace paneltwin::net::cloud {

using StoreTest = TenantTest;

TEST_F(StoreTest, FindsPeopleByEitherAddressWithoutCase) {
  EXPECT_EQ(user("SCANNER@contoso.EXAMPLE").address, "printer@contoso.example");
  EXPECT_FALSE(store->user_with_address("scanner"));
  EXPECT_FALSE(store->user_with_address(""));
  EXPECT_FALSE(store->user_with_address("' OR 1=1 --"));
}

TEST_F(StoreTest, OneMessageLiesInManyMailboxes) {
  const std::string source("Subject: x\r\n\r\n\0binary\xff", 22);
  const Mail mail{.from = "a@contoso.example",
                  .subject = "Invoice",
                  .message_id = "<1@x>",
                  .to = {"b", "c"},
                  .attachments = {"Scan.pdf"},
                  .received = clock.now()};
  ASSERT_TRUE(store->transaction([&] {
    return store->deliver(mail, source, {{"b@contoso.example", "Inbox"}, {"a@contoso.example", "Sent Items"}});
  }));
  ASSERT_EQ(store->mails({.mailbox = "B@contoso.example"}).size(), 1u);
  ASSERT_EQ(store->mails({.folder = "Sent Items"}).size(), 1u);
  EXPECT_EQ(store->mails({.words = "SCAN.pdf"}).size(), 2u);
  EXPECT_TRUE(store->mails({.words = "100%"}).empty());
  const auto kept = store->mails({}).front();
  EXPECT_EQ(store->mail_source(kept.id), source);
  EXPECT_EQ(kept.to, (std::vector<std::string>{"b", "c"}));
  EXPECT_FALSE(kept.seen);
  ASSERT_TRUE(store->mark_seen(kept.id));
  EXPECT_TRUE(store->mail(kept.id)->seen);
}

TEST_F(StoreTest, WhatFailsInATransactionLeavesNothing) {
  ASSERT_FALSE(store->transaction([&]() -> device::Result<void> {
    if (auto done = store->deliver({}, "x", {{"b", "Inbox"}}); !done) return done;
    return device::fail(device::FailureKind::canceled);
  }));
  EXPECT_TRUE(store->mails({}).empty());
}

TEST_F(StoreTest, AnotherProgramsFileIsLeftAlone) {
  const TemporaryFolder other;
  ASSERT_TRUE(device::write_file(other.path() / "cloud.db", "no database at all"));
  EXPECT_EQ(Store::open(other.path()).error().kind, device::FailureKind::store_failed);
  EXPECT_EQ(device::read_file(other.path() / "cloud.db"), "no database at all");
}

TEST_F(StoreTest, SeedingTwiceChangesNothing) {
  const auto before = store->users().size();
  ASSERT_TRUE(seed_demo_tenant(*store, [](std::string_view) { return std::string(); }));
  EXPECT_EQ(store->users().size(), before);
  EXPECT_EQ(store->fact(fact::client_id), client);
}

}  // namespace paneltwin::net::cloud
