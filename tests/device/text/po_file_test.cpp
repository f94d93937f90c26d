#include "device/text/po_file.hpp"

#include <gtest/gtest.h>

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
  EXPECT_EQ(texts->texts,
            (std::map<std::string, PoText, std::less<>>{{"a.b", {{"one\ttwo \"three\" \\ \n"}, {"x.en.po", 8}}},
                                                        {"last", {{"末"}, {"x.en.po", 18}}}}));
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
      {"msgid_plural \"as\"\n", 1},
      {"msgid \"a\"\nmsgid_plural \"as\"\nmsgstr \"x\"\n", 3},
      {"msgid \"a\"\nmsgstr[0] \"x\"\n", 2},
      {"msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[1] \"x\"\n", 3},
      {"msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"x\"\n", 3},
      {"msgid \"\"\nmsgstr \"Plural-Forms: nplurals=9; plural=0;\\n\"\n", 2},
      {"msgid \"a\"", 1},
  };
  for (const auto& [content, line] : wrong) {
    const auto texts = parse(content);
    ASSERT_FALSE(texts) << content;
    EXPECT_EQ(texts.error().line, line) << content << texts.error().str();
    EXPECT_EQ(texts.error().file, "x.en.po");
  }
}

TEST(PoFile, reads_plural_forms_as_the_header_says) {
  const auto russian = parse(
      "msgid \"\"\nmsgstr \"\"\n\"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
      "(n%100<10 || n%100>=20) ? 1 : 2);\\n\"\n\nmsgid \"pages\"\nmsgid_plural \"pages\"\nmsgstr[0] \"{count} "
      "страница\"\n"
      "msgstr[1] \"{count} страницы\"\nmsgstr[2] \"{count} страниц\"\n");
  ASSERT_TRUE(russian) << russian.error().str();
  EXPECT_EQ(russian->texts.at("pages").forms.size(), 3u);
  ASSERT_TRUE(russian->plural);
  const std::pair<std::uint64_t, std::size_t> expected[] = {{0, 2},  {1, 0},  {2, 1},  {5, 2},   {11, 2},
                                                            {12, 2}, {21, 0}, {22, 1}, {111, 2}, {1'000'001, 0}};
  for (const auto& [count, form] : expected) EXPECT_EQ(russian->plural->form(count), form) << count;
}

TEST(PoFile, takes_any_beginning_of_a_file_without_harm) {
  const std::string whole = "#, fuzzy\nmsgid \"a\"\nmsgstr \"\"\n\"x\\n\"\n# end\nmsgid \"b\"\nmsgstr \"y\"\n";
  for (std::size_t length = 0; length <= whole.size(); ++length) (void)parse(std::string_view(whole).substr(0, length));
  EXPECT_TRUE(parse(whole));
}

}  // namespace paneltwin::device
