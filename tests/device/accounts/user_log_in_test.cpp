#include "tests/device/accounts/user_fixture.hpp"

namespace paneltwin::device {

namespace {

using namespace std::chrono_literals;

TEST_F(UsersTest, a_card_logs_its_owner_in_and_out_again) {
  ASSERT_TRUE(put(with_card("wei", "04A1B2C3")));
  ASSERT_TRUE(lay("04a1b2c3"));
  EXPECT_EQ(who(), "wei");
  EXPECT_TRUE(state().users.card_lies);
  ASSERT_TRUE(lay("04A1B2C3"));
  EXPECT_EQ(who(), "");
}

TEST_F(UsersTest, anothers_card_hands_the_machine_over) {
  ASSERT_TRUE(put(with_card("wei", "04A1B2C3")));
  ASSERT_TRUE(put(with_card("maria", "04D4E5F6")));
  ASSERT_TRUE(lay("04A1B2C3"));
  const auto turns = state().users.turns;
  ASSERT_TRUE(lay("04D4E5F6"));
  EXPECT_EQ(who(), "maria");
  EXPECT_GT(state().users.turns, turns);
}

TEST_F(UsersTest, an_unknown_card_becomes_the_card_of_whoever_logs_in_next) {
  ASSERT_TRUE(put(someone("wei")));
  ASSERT_TRUE(lay("04A1B2C3"));
  EXPECT_TRUE(state().users.registering_card);
  ASSERT_TRUE(log_in("wei"));
  EXPECT_FALSE(state().users.registering_card);
  EXPECT_EQ(user("wei").card, "04A1B2C3");
  ASSERT_TRUE(ask(command::LogOutUser{}));
  power_cut();
  ASSERT_TRUE(lay("04A1B2C3"));
  EXPECT_EQ(who(), "wei");
}

TEST_F(UsersTest, a_card_that_waits_is_forgotten_in_time_and_on_request) {
  ASSERT_TRUE(put(someone("wei")));
  ASSERT_TRUE(lay("04A1B2C3"));
  pass(61s);
  EXPECT_FALSE(state().users.registering_card);
  ASSERT_TRUE(lay("04A1B2C3"));
  ASSERT_TRUE(ask(command::ForgetCard{}));
  ASSERT_TRUE(log_in("wei"));
  EXPECT_EQ(user("wei").card, "");
}

TEST_F(UsersTest, a_card_that_may_not_be_registered_or_read_is_told_at_the_panel) {
  set({.on = true, .users_may_register_cards = false});
  EXPECT_EQ(lay("04A1B2C3").error().kind, FailureKind::card_unknown);
  EXPECT_EQ(lay("?").error().kind, FailureKind::card_unreadable);
  ASSERT_EQ(state().notices.size(), 2U);
  EXPECT_EQ(state().notices[0].kind, FailureKind::card_unknown);
}

TEST_F(UsersTest, nobody_stays_logged_in_for_ever) {
  ASSERT_TRUE(put(someone("wei")));
  ASSERT_TRUE(log_in("wei"));
  pass(50s);
  ASSERT_TRUE(ask(command::Touched{}));
  pass(50s);
  EXPECT_EQ(who(), "wei");
  pass(11s);
  EXPECT_EQ(who(), "");
  ASSERT_TRUE(log_in("wei"));
  ASSERT_TRUE(ask(command::Sleep{}));
  EXPECT_EQ(who(), "");
}

TEST_F(UsersTest, taking_the_card_logs_out_where_that_is_set) {
  ASSERT_TRUE(put(with_card("wei", "04A1B2C3")));
  ASSERT_TRUE(lay("04A1B2C3"));
  ASSERT_TRUE(ask(command::TakeCard{}, Origin::world));
  EXPECT_EQ(who(), "wei");
  set({.on = true, .log_out_without_card = true});
  ASSERT_TRUE(lay("04D4E5F6").has_value() || true);
  ASSERT_TRUE(ask(command::TakeCard{}, Origin::world));
  EXPECT_EQ(who(), "");
}

TEST_F(UsersTest, wrong_passwords_slow_down_their_own_user_alone) {
  ASSERT_TRUE(put(someone("wei")));
  ASSERT_TRUE(put(someone("maria")));
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(ask(command::LogInUser{"wei", "guess"}).error().kind, FailureKind::wrong_user);
  }
  EXPECT_EQ(log_in("wei").error().kind, FailureKind::try_again_later);
  EXPECT_EQ(ask(command::LogInUser{"nobody", "guess"}).error().kind, FailureKind::wrong_user);
  EXPECT_TRUE(log_in("maria"));
  pass(3s);
  EXPECT_TRUE(log_in("wei"));
}

TEST_F(UsersTest, id_numbers_log_in_where_they_are_the_way) {
  auto change = someone("wei");
  change.id_number = "4711";
  ASSERT_TRUE(put(change));
  EXPECT_EQ(ask(command::LogInUserByNumber{"4711"}).error().kind, FailureKind::not_allowed);
  set({.on = true, .method = LogInMethod::id_number});
  EXPECT_EQ(ask(command::LogInUserByNumber{"4712"}).error().kind, FailureKind::wrong_user);
  EXPECT_EQ(ask(command::LogInUserByNumber{""}).error().kind, FailureKind::wrong_user);
  ASSERT_TRUE(ask(command::LogInUserByNumber{"4711"}));
  EXPECT_EQ(who(), "wei");
  EXPECT_EQ(log_in("wei").error().kind, FailureKind::not_allowed);
}

TEST_F(UsersTest, what_a_user_may_not_do_is_refused) {
  set_up_mail();
  auto change = someone("wei");
  change.user.rights.set(Right::scan, false);
  ASSERT_TRUE(put(change));
  EXPECT_EQ(ask(command::StartScan{scan_to()}).error().kind, FailureKind::not_allowed);
  ASSERT_TRUE(log_in("wei"));
  EXPECT_EQ(ask(command::StartScan{scan_to()}).error().kind, FailureKind::not_allowed);
  EXPECT_EQ(ask(command::PrintStatusSheet{}).error().kind, FailureKind::not_allowed);
  EXPECT_TRUE(ask(command::StartScan{scan_to()}, Origin::world));
  change = {.user = user("wei")};
  change.user.rights.set(Right::scan, true);
  ASSERT_TRUE(put(change));  // counts at once
  EXPECT_TRUE(ask(command::StartScan{scan_to()}));
}

TEST_F(UsersTest, a_user_who_is_removed_is_logged_out) {
  ASSERT_TRUE(put(someone("wei")));
  ASSERT_TRUE(log_in("wei"));
  ASSERT_TRUE(ask(command::RemoveUsers{{user("wei").number}}, Origin::web));
  EXPECT_EQ(who(), "");
}

}  // namespace

}  // namespace paneltwin::device
