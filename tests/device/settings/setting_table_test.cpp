// Settings that designers declare: what each may hold, and how mistakes are told.
#include "device/settings/setting_table.hpp"

#include <gmock/gmock.h>

#include "tests/device/temporary_folder.hpp"

namespace paneltwin::device {

using testing::HasSubstr;

class SettingTableTest : public testing::Test {
 protected:
  std::expected<SettingTable, FileError> load(const std::string& settings) {
    std::filesystem::create_directories(folder.path() / "settings");
    EXPECT_TRUE(write_file(folder.path() / "settings/mine.yaml", settings));
    return SettingTable::load(Assets({folder.path()}));
  }
  std::string complaint_about(const std::string& settings) {
    const auto loaded = load(settings);
    return loaded ? "" : loaded.error().str();
  }
  TemporaryFolder folder;
};

TEST_F(SettingTableTest, every_kind_takes_what_it_declares_and_nothing_else) {
  const auto table = load(
      "settings:\n"
      "  - {id: switch, text: t, kind: on_off}\n"
      "  - {id: one, text: t, kind: choice, choices: {a: t, b: t}, initial: b}\n"
      "  - {id: some, text: t, kind: number, least: 10, most: 20, step: 5, zero: t, initial: 0}\n"
      "  - {id: name, text: t, kind: text, letters: name, limit: 4, may_be_empty: false, initial: me}\n"
      "  - {id: host, text: t, kind: text, letters: host}\n"
      "  - {id: mail, text: t, kind: text, letters: email}\n"
      "  - {id: line, text: t, kind: text, limit: 6}\n"
      "  - {id: place, text: t, kind: address, may_be_empty: false, initial: 0.0.0.0}\n");
  ASSERT_TRUE(table) << table.error().str();
  const struct {
    const char* id;
    std::vector<std::string> good, bad;
  } cases[] = {
      {"switch", {"on", "off"}, {"", "true", "1", "On"}},
      {"one", {"a", "b"}, {"", "c", "ab"}},
      {"some", {"0", "10", "15", "20"}, {"", "5", "11", "25", "-10", "1e1", "010", "10 ", "99999999999"}},
      {"name", {"a", "A-9z"}, {"", "a b", "12345", "a_b", "ä"}},
      {"host", {"", "smtp.example", "10.0.0.1"}, {"a b", "a/b", "a:1", "ä"}},
      {"mail", {"", "a@b.example"}, {".a@b", "a b", "a:b", "(a)", "<a>", "a\tb"}},
      {"line", {"", "设备", "a b"}, {"two\nlines", "\xC0\xAF", "1234567", "设备设"}},
      {"place",
       {"0.0.0.0", "192.168.1.10", "255.255.255.255"},
       {"", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.-4", "01.2.3.4", "1.2.3.4 ", "a.b.c.d", "1..2.3"}},
  };
  for (const auto& [id, good, bad] : cases) {
    const auto& setting = *table->find(id);
    for (const auto& value : good) EXPECT_TRUE(check(setting, value)) << id << " '" << value << "'";
    for (const auto& value : bad) EXPECT_FALSE(check(setting, value)) << id << " '" << value << "'";
  }
  EXPECT_EQ(check(*table->find("one"), "c").error(), (Failure{FailureKind::invalid_value, "one"}));
  const auto initial = table->initial();
  EXPECT_EQ(initial.text("one"), "b");
  EXPECT_FALSE(initial.is_on("switch"));
  EXPECT_EQ(initial.text("nobody"), "");
}

TEST_F(SettingTableTest, a_condition_tells_when_a_setting_counts) {
  const auto table = load(
      "settings:\n"
      "  - {id: how, text: t, kind: choice, choices: {auto: t, manual: t}}\n"
      "  - {id: where, text: t, kind: address, when: {how: manual}}\n");
  ASSERT_TRUE(table) << table.error().str();
  auto values = table->initial();
  EXPECT_FALSE(applies(*table->find("where"), values));
  values.values["how"] = "manual";
  EXPECT_TRUE(applies(*table->find("where"), values));
}

TEST_F(SettingTableTest, mistakes_name_the_line_and_what_may_have_been_meant) {
  const std::string head = "settings:\n";
  const struct {
    std::string content, complaint;
  } cases[] = {
      {head + "  - {id: a, text: t, kind: on_of}\n", "mine.yaml:2:28: expected one of"},
      {head + "  - {id: a, text: t, kind: on_off, initail: on}\n", "did you mean 'initial'"},
      {head + "  - {id: a, kind: on_off}\n", "'text' is missing"},
      {head + "  - {text: t, kind: on_off}\n", "'id' is missing"},
      {head + "  - {id: a, text: t, kind: choice}\n", "'choices' must be values"},
      {head + "  - {id: a, text: t, kind: choice, choices: {x: t}, initial: y}\n", "'a' must not be 'y'"},
      {head + "  - {id: a, text: t, kind: number, least: 1}\n", "'most' is missing"},
      {head + "  - {id: a, text: t, kind: number, least: 5, most: 1}\n", "expected a number from 5"},
      {head + "  - {id: a, text: t, kind: text, letters: nmae}\n", "did you mean 'name'"},
      {head + "  - {id: a, text: t, kind: on_off}\n  - {id: a, text: t, kind: on_off}\n",
       "mine.yaml:3:10: setting 'a'"},
      {head + "  - {id: ab, text: t, kind: on_off, when: {abc: on}}\n", "no setting 'abc'; did you mean 'ab'"},
      {head + "  - {id: a, text: t, kind: on_off, when: {a: yes}}\n", "'a' is never 'yes'"},
      {head + "  - {id: a, text: t, kind: on_off, unlocked_by: b}\n", "no setting 'b'"},
      {head + "  - {id: a, text: t, kind: choice, choices: {x: t}, brings: {y: {a: x}}}\n", "'a' is never 'y'"},
      {head + "  - {id: a, text: t, kind: choice, choices: {x: t}, brings: {x: {b: x}}}\n", "no setting 'b'"},
      {head + "  - {id: a, text: t, kind: choice, choices: {x: t}, brings: {x: {a: z}}}\n", "'a' is never 'z'"},
      {head + "  - {id: a, text: t, kind: choice, choices: {x: t}, brings: {x: [a]}}\n", "expected settings with"},
      {head + "  - {id: a, text: t, kind: choice, choices: {x: t}, brings: x}\n", "'brings' must be values"},
      {head + "  - {id: a, text: t, kind: choice, choices: {x: t}, brings: {x: {b: on}}}\n"
              "  - {id: b, text: t, kind: on_off}\n",
       "'b' is no choice"},
      {"settings: 3\n", "'settings' must be a list"},
      {"- 1\n", "mine.yaml"},
      {"settings: [", "mine.yaml:"},
      {std::string("\0\x01\xff", 3), "mine.yaml"},
  };
  for (const auto& [content, complaint] : cases) {
    EXPECT_THAT(complaint_about(content), HasSubstr(complaint)) << content;
  }
}

TEST_F(SettingTableTest, the_built_in_files_are_good_and_every_word_of_theirs_is_in_the_catalogues) {
  const Assets built_in({PANELTWIN_SOURCE_DIR "/assets"});
  const auto texts = Texts::load(built_in).value();
  const auto table = SettingTable::load(built_in, &texts.in("en"));
  ASSERT_TRUE(table) << table.error().str();
  EXPECT_NE(table->find("sleep-timer"), nullptr);
}

}  // namespace paneltwin::device
