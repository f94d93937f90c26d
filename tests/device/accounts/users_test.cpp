#include <gmock/gmock.h>

#include "tests/device/accounts/user_fixture.hpp"

namespace paneltwin::device {

namespace {

using testing::HasSubstr;
using testing::Not;

TEST_F(UsersTest, users_are_there_after_a_power_cut_without_any_secret_in_what_is_shown) {
  auto change = with_card("wei", "04A1B2C3");
  change.id_number = "4711";
  ASSERT_TRUE(put(change));
  power_cut();
  EXPECT_EQ(user("wei").email, "wei@contoso.example");
  EXPECT_TRUE(user("wei").password_set && user("wei").id_number_set);
  EXPECT_TRUE(state().users.settings.on);
  EXPECT_THAT(to_json(state()), Not(HasSubstr("4711")));
  EXPECT_THAT(to_json(state()), Not(HasSubstr("04A1B2C3")));
  ASSERT_TRUE(log_in("wei"));
}

TEST_F(UsersTest, id_card_and_id_number_belong_to_one_user_whatever_their_case) {
  auto first = with_card("Wei", "04A1B2C3");
  first.id_number = "4711";
  ASSERT_TRUE(put(first));
  const auto refused = [&](UserChange change) { return put(std::move(change)).error(); };
  EXPECT_EQ(refused(someone("wei")), (Failure{FailureKind::already_used, "id"}));
  EXPECT_EQ(refused(with_card("maria", "04a1b2c3")), (Failure{FailureKind::already_used, "card"}));
  auto number = someone("maria");
  number.id_number = "4711";
  EXPECT_EQ(refused(number), (Failure{FailureKind::already_used, "id_number"}));
  EXPECT_EQ(state().users.list->size(), 1U);
}

TEST_F(UsersTest, a_change_keeps_the_secrets_it_does_not_name_and_the_id_stays_its_own) {
  ASSERT_TRUE(put(someone("wei")));
  UserChange change{.user = user("wei")};
  change.user.department = "Sales";
  ASSERT_TRUE(put(change));
  EXPECT_EQ(user("wei").department, "Sales");
  ASSERT_TRUE(log_in("wei"));
  change.password = "";
  ASSERT_TRUE(put(change));
  EXPECT_EQ(ask(command::LogInUser{"wei", ""}).error().kind, FailureKind::wrong_user);
}

TEST_F(UsersTest, what_no_user_may_have_is_refused_by_field) {
  const auto field = [&](auto spoil) {
    auto change = someone("wei");
    spoil(change);
    const auto answer = put(change);
    return answer ? "" : answer.error().detail;
  };
  EXPECT_EQ(field([](UserChange& change) { change.user.id = "../etc"; }), "id");
  EXPECT_EQ(field([](UserChange& change) { change.user.id = ""; }), "id");
  EXPECT_EQ(field([](UserChange& change) { change.user.name = "two\nlines"; }), "name");
  EXPECT_EQ(field([](UserChange& change) { change.user.email = "a@b\r\nBcc: c@d"; }), "email");
  EXPECT_EQ(field([](UserChange& change) { change.user.card = "04-A1"; }), "card");
  EXPECT_EQ(field([](UserChange& change) { change.password = std::string("x\0y", 3); }), "password");
  EXPECT_EQ(field([](UserChange& change) { change.id_number = "123"; }), "id_number");
}

TEST_F(UsersTest, a_file_is_taken_in_as_a_whole_but_for_its_bad_rows) {
  ASSERT_TRUE(put(someone("wei")));
  std::vector<UserRow> rows;
  auto changed = someone("WEI");
  changed.user.department = "Sales";
  changed.password.reset();
  rows.push_back({2, changed});
  rows.push_back({3, with_card("maria", "04A1B2C3")});
  rows.push_back({4, with_card("jonas", "04a1b2c3")});
  rows.push_back({5, fail(FailureKind::invalid_value, "row")});
  rows.push_back({6, someone("no spaces")});
  ASSERT_TRUE(ask(command::ImportUsers{rows}, Origin::web));
  const auto import =
      *until([](const State& state) { return state.users.import && state.users.import->ended; })->users.import;
  EXPECT_EQ(import.kept, 2U);
  ASSERT_EQ(import.bad.size(), 3U);
  EXPECT_EQ(import.bad[0].line, 4);
  EXPECT_EQ(import.bad[0].failure, (Failure{FailureKind::already_used, "card"}));
  EXPECT_EQ(import.bad[1].line, 5);
  EXPECT_EQ(import.bad[2].failure.detail, "id");
  EXPECT_EQ(user("WEI").department, "Sales");
  ASSERT_TRUE(ask(command::LogInUser{"wei", "secret-wei"}));  // an empty password of a row stays as it was
}

TEST_F(UsersTest, no_more_than_a_thousand_are_kept) {
  std::vector<UserRow> rows;
  for (int i = 0; i <= static_cast<int>(most_users); ++i) {
    auto change = someone("user" + std::to_string(i));
    change.password.reset();
    rows.push_back({i + 2, change});
  }
  ASSERT_TRUE(ask(command::ImportUsers{rows}, Origin::web));
  until([](const State& state) { return state.users.import && state.users.import->ended; });
  EXPECT_EQ(state().users.list->size(), most_users);
  ASSERT_EQ(state().users.import->bad.size(), 1U);
  EXPECT_EQ(state().users.import->bad[0].failure.kind, FailureKind::list_full);
  EXPECT_EQ(put(someone("late")).error().kind, FailureKind::list_full);
}

TEST_F(UsersTest, only_web_config_changes_the_register) {
  EXPECT_EQ(ask(command::PutUser{someone("wei")}).error().kind, FailureKind::not_allowed);
  EXPECT_EQ(ask(command::SetAuthentication{}).error().kind, FailureKind::not_allowed);
}

}  // namespace

}  // namespace paneltwin::device
