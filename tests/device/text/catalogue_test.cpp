#include "device/text/catalogue.hpp"

#include <gtest/gtest.h>

#include "tests/device/temporary_folder.hpp"

namespace paneltwin::device {

class TextsTest : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& content) {
    ASSERT_TRUE(write_file(folder.path() / "locales" / name, content));
  }
  [[nodiscard]] auto load() const { return Texts::load(Assets({folder.path()})); }
  TextsTest() { std::filesystem::create_directory(folder.path() / "locales"); }

  TemporaryFolder folder;
};

TEST_F(TextsTest, merges_the_areas_of_a_language_and_falls_back_to_english) {
  write("device.en.po", "msgid \"a\"\nmsgstr \"A\"\nmsgid \"b\"\nmsgstr \"B {who} {what}{\"\n");
  write("panel.en.po", "msgid \"c\"\nmsgstr \"C\"\n");
  write("device.zh-CN.po", "msgid \"a\"\nmsgstr \"甲\"\n");
  const auto texts = load();
  ASSERT_TRUE(texts) << texts.error().str();
  EXPECT_EQ(texts->tags(), (std::vector<std::string>{"en", "zh-CN"}));
  const auto& chinese = texts->in("zh-CN");
  EXPECT_EQ(chinese.text("a"), "甲");
  EXPECT_EQ(chinese.text("c"), "C");
  EXPECT_EQ(chinese.text("nobody.has.this"), "nobody.has.this");
  EXPECT_EQ(chinese.text("b", {{"who", "you"}}), "B you {what}{");
  EXPECT_TRUE(chinese.has("c"));
  EXPECT_FALSE(chinese.own().contains("c"));
  EXPECT_FALSE(chinese.has("d"));
}

TEST_F(TextsTest, gives_the_nearest_language) {
  write("device.en.po", "");
  write("device.zh-CN.po", "");
  const auto texts = load();
  ASSERT_TRUE(texts);
  EXPECT_EQ(texts->in("zh-SG").tag(), "zh-CN");
  EXPECT_EQ(texts->in("zh").tag(), "zh-CN");
  EXPECT_EQ(texts->in("fr").tag(), "en");
  EXPECT_EQ(texts->in("").tag(), "en");
}

TEST_F(TextsTest, a_key_given_by_two_areas_is_an_error) {
  write("device.en.po", "msgid \"a\"\nmsgstr \"A\"\n");
  write("panel.en.po", "msgid \"a\"\nmsgstr \"A too\"\n");
  const auto texts = load();
  ASSERT_FALSE(texts);
  EXPECT_EQ(texts.error().file.filename(), "panel.en.po");
}

TEST_F(TextsTest, english_must_be_there_and_names_must_tell_the_language) {
  write("device.zh-CN.po", "");
  EXPECT_FALSE(load());
  write("en.po", "");
  const auto texts = load();
  ASSERT_FALSE(texts);
  EXPECT_EQ(texts.error().file.filename(), "en.po");
}

TEST(DeviceTexts, both_languages_have_the_same_keys) {
  const Assets assets({PANELTWIN_SOURCE_DIR "/assets"});
  const auto texts = Texts::load(assets);
  ASSERT_TRUE(texts) << texts.error().str();
  for (const auto& [key, _] : texts->in("en").own()) EXPECT_TRUE(texts->in("zh-CN").own().contains(key)) << key;
  for (const auto& [key, _] : texts->in("zh-CN").own()) EXPECT_TRUE(texts->in("en").own().contains(key)) << key;
}

}  // namespace paneltwin::device
