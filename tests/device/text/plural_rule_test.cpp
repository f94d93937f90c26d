#include "device/text/plural_rule.hpp"

#include <gtest/gtest.h>

namespace paneltwin::device {

TEST(PluralRule, is_englishs_when_nothing_is_said) {
  const PluralRule rule;
  EXPECT_EQ(rule.forms(), 2u);
  EXPECT_EQ(rule.form(0), 1u);
  EXPECT_EQ(rule.form(1), 0u);
  EXPECT_EQ(rule.form(7), 1u);
  EXPECT_EQ(*PluralRule::parse("nplurals=2; plural=(n != 1);"), rule);
}

TEST(PluralRule, reads_the_rules_that_gettext_lists) {
  const auto form = [](const char* header, std::uint64_t count) {
    return PluralRule::parse(header).value().form(count);
  };
  EXPECT_EQ(form("nplurals=1; plural=0;", 5), 0u);    // Chinese, Japanese, Korean
  EXPECT_EQ(form("nplurals=2; plural=n>1;", 0), 0u);  // French
  EXPECT_EQ(form(" nplurals=2; plural=n>1;", 2), 1u);
  EXPECT_EQ(form("nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;", 2), 1u);  // Irish
  EXPECT_EQ(form("nplurals=2; plural=!(n%10==1) || n/10-1*2+3<=1;", 11), 0u);
}

TEST(PluralRule, never_leaves_the_forms_that_there_are) {
  EXPECT_EQ(PluralRule::parse("nplurals=2; plural=n;")->form(9), 1u);
  EXPECT_EQ(PluralRule::parse("nplurals=2; plural=n%0+n/0;")->form(9), 0u);
}

TEST(PluralRule, refuses_what_is_none) {
  for (const std::string wrong :
       {"", "nplurals=2", "plural=n", "nplurals=0; plural=0", "nplurals=7; plural=0", "nplurals=x; plural=n",
        "nplurals=2; plural=", "nplurals=2; plural=n +", "nplurals=2; plural=(n", "nplurals=2; plural=n ? 1",
        "nplurals=2; plural=m", "nplurals=2; plural=system(1)", "nplurals=2; plural=99999999999999999999999"}) {
    EXPECT_FALSE(PluralRule::parse(wrong)) << wrong;
  }
  EXPECT_FALSE(PluralRule::parse("nplurals=2; plural=" + std::string(300, '(') + "n" + std::string(100, ')')));
  EXPECT_FALSE(PluralRule::parse("nplurals=2; plural=" + std::string(300, '!') + "n"));
  EXPECT_FALSE(PluralRule::parse("nplurals=2; plural=" + std::string(10'000, 'n')));
}

}  // namespace paneltwin::device
