#include <gtest/gtest.h>

#include "device/text/catalogue.hpp"

namespace paneltwin::device {

static auto parse(std::string_view content) { return parse_po("x.en.po", content); }

TEST(PoFile, reads_entries_as_gettext_does) {
  const auto texts = parse(
      "\xEF\xBB\xBF# a comment\nmsgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\n"
      "#. for translators\n#: file.c:12\nmsgid \"a.b\"\nmsgstr \"one\"\r\n\"\\ttwo \\\"three\\\" \\\\ \\n\"\n"
      "#, fuzzy, c-format\nmsgid \"unsure\"\nmsgstr \"guess\"\n"
      "msgid \"untranslated\"\nmsgstr \"\"\n"
      "#~ msgid \"old\"\n#~ msgstr \"gone\"\n"
      "msgid\t\"last\"\nmsgstr \"末\"");
  ASSERT_TRUE(texts) << texts.error().str();
  EXPECT_EQ(*texts,
            (std::map<std::string, std::string, std::less<>>{{"a.b", "one\ttwo \"three\" \\ \n"}, {"last", "末"}}));
}

TEST(PoFile, names_the_line_of_what_is_wrong) {
  const std::pair<const char*, int> wrong[] = {
      {"msgid \"a\"\nmsgstr \"x\"\nrubbish\n", 3},
      {"msgstr \"x\"\n", 1},
      {"\"x\"\n", 1},
      {"msgid \"a\nmsgstr \"x\"\n", 1},
      {"msgid \"a\"\nmsgstr \"\\q\"\n", 2},
      {"msgid \"a\"\nmsgstr \"x\\\"\n", 2},
      {"msgid \"a\"\nmsgstr \"x\"y\"\n", 2},
      {"msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"x\"\n", 3},
      {"msgid \"a\"\nmsgstr \"x\"\nmsgid \"a\"\nmsgstr \"y\"\n", 4},
      {"msgid \"a\"\nmsgid_plural \"as\"\n", 2},
      {"msgid \"a\"", 1},
  };
  for (const auto& [content, line] : wrong) {
    const auto texts = parse(content);
    ASSERT_FALSE(texts) << content;
    EXPECT_EQ(texts.error().line, line) << content << texts.error().str();
    EXPECT_EQ(texts.error().file, "x.en.po");
  }
}

TEST(PoFile, takes_any_beginning_of_a_file_without_harm) {
  const std::string whole = "#, fuzzy\nmsgid \"a\"\nmsgstr \"\"\n\"x\\n\"\n# end\nmsgid \"b\"\nmsgstr \"y\"\n";
  for (std::size_t length = 0; length <= whole.size(); ++length) (void)parse(std::string_view(whole).substr(0, length));
  EXPECT_TRUE(parse(whole));
}

}  // namespace paneltwin::device
