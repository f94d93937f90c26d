#include "net/webconfig/user_file.hpp"

#include <gtest/gtest.h>

namespace paneltwin::net::webconfig {

namespace {

using device::FailureKind;
using device::User;

device::UserList known(std::vector<User> users = {}) {
  return std::make_shared<const std::vector<User>>(std::move(users));
}

TEST(UserFile, what_was_written_is_read_again_and_holds_no_secret) {
  User user{.number = 3,
            .id = "wei",
            .name = "=林, \"薇\"",
            .department = "Sales",
            .email = "wei@contoso.example",
            .card = "04A1B2C3"};
  user.password_set = user.id_number_set = true;
  const auto rows = read_users(write_users(known({user})), known()).value();
  ASSERT_EQ(rows.size(), 1U);
  const auto& read = rows[0].change.value();
  EXPECT_EQ(read.user.name, user.name);
  EXPECT_EQ(read.user.rights, user.rights);
  EXPECT_FALSE(read.password || read.id_number);
}

TEST(UserFile, a_column_that_is_left_out_leaves_a_known_user_as_it_was) {
  const User user{.number = 3, .id = "Wei", .name = "Wei", .department = "Sales"};
  const auto rows = read_users("Name,User ID\nLin Wei,wei\n", known({user})).value();
  const auto& change = rows.at(0).change.value();
  EXPECT_EQ(change.user.name, "Lin Wei");
  EXPECT_EQ(change.user.department, "Sales");
}

TEST(UserFile, bad_rows_are_named_by_line_and_field) {
  const auto rows = read_users("User ID,Functions\nwei,scan\nmaria,dance\njonas\n\"x\"y,scan\n", known()).value();
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_TRUE(rows[0].change);
  EXPECT_EQ(rows[1].line, 3);
  EXPECT_EQ(rows[1].change.error(), (device::Failure{FailureKind::invalid_value, "rights"}));
  EXPECT_EQ(rows[2].change.error().detail, "row");
  EXPECT_EQ(rows[3].change.error().detail, "row");
}

TEST(UserFile, a_file_that_names_no_columns_is_no_such_file) {
  EXPECT_FALSE(read_users("", known()));
  EXPECT_FALSE(read_users("wei,Wei\n", known()));
  EXPECT_FALSE(read_users("User ID,User ID\n", known()));
  EXPECT_FALSE(read_users(std::string_view("\xFF\xFEU\0s\0", 6), known()));
}

}  // namespace

}  // namespace paneltwin::net::webconfig
