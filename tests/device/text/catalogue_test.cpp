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

TEST_F(TextsTest, picks_the_form_that_stands_with_a_number) {
  const std::string entry = "msgid \"pages\"\nmsgid_plural \"pages\"\n";
  write("device.en.po", entry + "msgstr[0] \"one page of {name}\"\nmsgstr[1] \"{count} pages of {name}\"\n");
  write("device.ja.po", "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=1; plural=0;\\n\"\n" + entry +
                            "msgstr[0] \"{name} {count}ページ\"\n");
  write("device.de.po", "");
  const auto texts = load();
  ASSERT_TRUE(texts) << texts.error().str();
  EXPECT_EQ(texts->in("en").counted("pages", 1, {{"name", "A"}}), "one page of A");
  EXPECT_EQ(texts->in("en").counted("pages", 0, {{"name", "A"}}), "0 pages of A");
  EXPECT_EQ(texts->in("ja").counted("pages", 1, {{"name", "A"}}), "A 1ページ");
  EXPECT_EQ(texts->in("de").counted("pages", 3, {{"name", "A"}}), "3 pages of A");
  EXPECT_EQ(texts->in("en").counted("nobody.has.this", 3), "nobody.has.this");
}

TEST_F(TextsTest, reads_again_what_was_saved_and_keeps_what_it_gave) {
  write("device.en.po", "msgid \"a\"\nmsgstr \"A\"\n");
  const auto texts = load();
  ASSERT_TRUE(texts);
  const auto& english = texts->in("en");
  const auto before = english.text("a");
  write("device.en.po", "msgid \"a\"\nmsgstr \"Another\"\n");
  write("device.fr.po", "msgid \"a\"\nmsgstr \"Un autre\"\n");
  ASSERT_TRUE(texts->reload(Assets({folder.path()})));
  EXPECT_EQ(english.text("a"), "Another");
  EXPECT_EQ(before, "A");
  EXPECT_EQ(texts->in("fr").text("a"), "Un autre");
  write("device.en.po", "msgid \"a\"\nmsgstr \"broken\n");
  const auto broken = texts->reload(Assets({folder.path()}));
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().line, 2);
  EXPECT_EQ(english.text("a"), "Another");
  std::filesystem::remove(folder.path() / "locales/device.fr.po");
  write("device.en.po", "");
  ASSERT_TRUE(texts->reload(Assets({folder.path()})));
  EXPECT_EQ(texts->tags(), std::vector<std::string>{"en"});
  EXPECT_EQ(english.text("a"), "a");
}

TEST_F(TextsTest, reads_a_language_when_it_is_asked_for_and_tells_of_the_broken_ones_in_the_end) {
  write("device.en.po", "msgid \"a\"\nmsgstr \"A\"\n");
  write("device.fr.po", "msgid \"a\"\nmsgstr \"Un\"\n");
  write("device.de.po", "msgid \"a\"\nmsgstr \"broken\n");
  const Assets assets({folder.path()});
  EXPECT_FALSE(Texts::load(assets));
  const auto texts = Texts::open(assets);
  ASSERT_TRUE(texts) << texts.error().str();
  EXPECT_EQ(texts->tags(), (std::vector<std::string>{"de", "en", "fr"}));
  EXPECT_EQ(texts->in("fr").text("a"), "Un");
  EXPECT_EQ(texts->in("de").text("a"), "A");
  const auto rest = texts->read_rest();
  ASSERT_FALSE(rest);
  EXPECT_EQ(rest.error().file.filename(), "device.de.po");
  EXPECT_EQ(rest.error().line, 2);
  write("device.de.po", "msgid \"a\"\nmsgstr \"Eins\"\n");
  ASSERT_TRUE(texts->reload(assets));
  EXPECT_EQ(texts->in("de").text("a"), "Eins");
  EXPECT_TRUE(texts->read_rest());
}

TEST_F(TextsTest, makes_languages_that_nobody_speaks_of_english) {
  write("device.en.po", "msgid \"a\"\nmsgstr \"Send to {name}\"\nmsgid \"b\"\nmsgstr \"OK\"\n");
  const auto texts = load();
  ASSERT_TRUE(texts);
  EXPECT_EQ(texts->in("qps-ploc").text("a"), "[Séñd tó {name}]");
  EXPECT_GE(texts->in("qps-long").text("a").size(), 18u);
  EXPECT_TRUE(texts->in("qps-long").text("a").starts_with("Send to {name} "));
  EXPECT_EQ(texts->in("qps-other").tag(), "en");
  EXPECT_EQ(texts->tags(), std::vector<std::string>{"en"});
  write("device.en.po", "msgid \"a\"\nmsgstr \"Go\"\n");
  ASSERT_TRUE(texts->reload(Assets({folder.path()})));
  EXPECT_EQ(texts->in("qps-ploc").text("a"), "[Gó]");
}

TEST(DeviceTexts, both_languages_have_the_same_keys) {
  const Assets assets({PANELTWIN_SOURCE_DIR "/assets"});
  const auto texts = Texts::load(assets);
  ASSERT_TRUE(texts) << texts.error().str();
  for (const auto& [key, _] : texts->in("en").own()) EXPECT_TRUE(texts->in("zh-CN").own().contains(key)) << key;
  for (const auto& [key, _] : texts->in("zh-CN").own()) EXPECT_TRUE(texts->in("en").own().contains(key)) << key;
}

}  // namespace paneltwin::device
