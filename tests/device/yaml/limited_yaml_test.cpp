#include "device/yaml/limited_yaml.hpp"

#include <gtest/gtest.h>

namespace paneltwin::device {

static std::string repeated(const std::string& piece, int times) {
  std::string whole;
  for (int i = 0; i < times; ++i) whole += piece;
  return whole;
}

TEST(LimitedYaml, reads_what_people_write) {
  EXPECT_EQ(load_limited_yaml("a: &x {b: [1, 2]}\nc: *x\n")["c"]["b"][1].as<int>(), 2);
  EXPECT_TRUE(load_limited_yaml("").IsNull());
}

TEST(LimitedYaml, refuses_what_is_deep_endless_or_full_of_aliases) {
  EXPECT_THROW((void)load_limited_yaml(repeated("[", 40) + repeated("]", 40)), YAML::Exception);
  EXPECT_THROW((void)load_limited_yaml(repeated("[", 200'000)), YAML::Exception);
  EXPECT_THROW((void)load_limited_yaml("a: [" + repeated("1,", 60'000) + "1]"), YAML::Exception);
  EXPECT_THROW((void)load_limited_yaml("a: &x 1\nb: [" + repeated("*x,", 200) + "1]"), YAML::Exception);
}

TEST(LimitedYaml, refuses_depth_of_every_make) {
  std::string columns, lists;
  for (int i = 0; i < 40; ++i) columns += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  for (int i = 0; i < 20; ++i) lists += std::string(static_cast<std::size_t>(i), ' ') + "- a:\n";
  EXPECT_THROW((void)load_limited_yaml(columns), YAML::Exception);
  EXPECT_THROW((void)load_limited_yaml(repeated("- ", 40) + "a"), YAML::Exception);
  EXPECT_THROW((void)load_limited_yaml(repeated("? ", 40) + "a"), YAML::Exception);
  EXPECT_THROW((void)load_limited_yaml(repeated("[\n", 40) + repeated("]\n", 40)), YAML::Exception);
  EXPECT_THROW((void)load_limited_yaml("a: " + repeated("[\"]]]]\", ", 40) + repeated("]", 40)), YAML::Exception);
  EXPECT_THROW((void)load_limited_yaml("a: " + repeated("[ # ]\n  ", 40) + repeated("]", 40)), YAML::Exception);
  EXPECT_THROW((void)load_limited_yaml("a: " + repeated("['it''s ]', ", 40) + repeated("]", 40)), YAML::Exception);
  EXPECT_NO_THROW((void)load_limited_yaml(repeated("- ", 9) + "a: " + repeated("[", 10) + repeated("]", 10)));
}

}  // namespace paneltwin::device
