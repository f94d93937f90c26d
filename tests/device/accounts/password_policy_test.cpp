#include "device/accounts/password_policy.hpp"

#include <gtest/gtest.h>

namespace paneltwin::device {
namespace {

TEST(PasswordPolicy, without_rules_eight_to_twenty_characters_will_do) {
  const Settings none;
  EXPECT_TRUE(check_new_password("12345678", none));
  EXPECT_FALSE(check_new_password("1234567", none));
  EXPECT_FALSE(check_new_password(std::string(21, 'a'), none));
  EXPECT_FALSE(check_new_password("pässword", none));
}

TEST(PasswordPolicy, each_rule_asks_for_its_own) {
  const auto with = [](std::string id, std::string value) { return Settings{{{std::move(id), std::move(value)}}}; };
  EXPECT_FALSE(check_new_password("12345678", with("password-length", "9")));
  EXPECT_TRUE(check_new_password("123456789", with("password-length", "9")));
  for (const auto& [rule, bad, good] : {std::tuple("password-upper-case", "abcdefg1", "Abcdefg1"),
                                        std::tuple("password-lower-case", "ABCDEFG1", "aBCDEFG1"),
                                        std::tuple("password-digits", "abcdefgh", "abcdefg1"),
                                        std::tuple("password-symbols", "abcdefg1", "abcdefg!")}) {
    EXPECT_FALSE(check_new_password(bad, with(rule, "on"))) << rule;
    EXPECT_TRUE(check_new_password(good, with(rule, "on"))) << rule;
    EXPECT_TRUE(check_new_password(bad, with(rule, "off"))) << rule;
  }
}

}  // namespace
}  // namespace paneltwin::device
