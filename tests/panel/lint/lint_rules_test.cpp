// Faults planted one by one: each is found, and what is right is left alone.
#include <fstream>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "panel/lint/asset_rules.hpp"
#include "panel/lint/contrast.hpp"
#include "panel/lint/lint_report.hpp"
#include "panel/lint/screen_rules.hpp"
#include "panel/lint/text_rules.hpp"
#include "panel/lint/used_texts.hpp"

namespace paneltwin::panel {

namespace {

constexpr Rect glass{0, 0, 400, 240};

Node button(std::string id, Rect rect) {
  return {.role = "button", .id = std::move(id), .text = "Send", .rect = rect, .clip = glass, .pressable = true};
}

Node screen_with(std::vector<Node> children) {
  return {.role = "panel", .id = "panel", .rect = glass, .clip = glass, .children = std::move(children)};
}

std::vector<std::string> rules_of(const Findings& findings) {
  std::vector<std::string> rules;
  for (const auto& finding : findings) rules.push_back(finding.rule);
  return rules;
}

std::vector<std::string> rules_of(const Node& root) {
  return rules_of(check_screen(root, {"home", "large", "en", "light", 4}));
}

using Rules = std::vector<std::string>;

device::Catalogue words(std::string tag, const std::map<std::string, std::string, std::less<>>& texts) {
  return {std::move(tag), texts, nullptr};
}

/// The product's assets, with files of its own over them.
class PlantedAssets : public testing::Test {
 protected:
  PlantedAssets() { std::filesystem::create_directories(own_); }
  ~PlantedAssets() override { std::filesystem::remove_all(own_); }

  void plant(const std::string& name, const std::string& content) {
    std::filesystem::create_directories((own_ / name).parent_path());
    std::ofstream(own_ / name) << content;
  }
  static std::string original(const std::string& name) { return device::read_file(built_in() / name).value(); }
  static std::string changed(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return text.replace(at, from.size(), to);
  }
  [[nodiscard]] Findings check() const { return check_assets(device::Assets({own_, built_in()})); }
  static std::filesystem::path built_in() { return std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"; }

 private:
  std::filesystem::path own_ =
      std::filesystem::path(testing::TempDir()) /
      ("planted-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

}  // namespace

TEST(LintScreen, leaves_what_is_right_alone) {
  EXPECT_EQ(rules_of(screen_with({button("a", {0, 0, 80, 40}), button("b", {80, 0, 80, 40})})), Rules{});
}

TEST(LintScreen, finds_words_that_end_in_dots) {
  auto cut = button("a", {0, 0, 80, 40});
  cut.shortened = true;
  EXPECT_EQ(rules_of(screen_with({cut})), Rules{"clipped-text"});
}

TEST(LintScreen, finds_words_over_the_edge_of_the_glass) {
  auto wide = button("a", {350, 0, 80, 40});
  wide.clip = {0, 0, 500, 240};
  EXPECT_EQ(rules_of(screen_with({wide})), Rules{"outside-glass"});
}

TEST(LintScreen, finds_a_target_too_small_for_a_finger) {
  EXPECT_EQ(rules_of(screen_with({button("a", {0, 0, 80, 20})})), Rules{"small-target"});
  EXPECT_EQ(rules_of(screen_with({button("a", {0, 0, 20, 40})})), Rules{"small-target"});
}

TEST(LintScreen, finds_things_that_lie_over_each_other) {
  EXPECT_EQ(rules_of(screen_with({button("a", {0, 0, 80, 40}), button("b", {60, 10, 80, 40})})), Rules{"overlap"});
}

TEST(LintScreen, finds_things_without_a_name) {
  auto no_text = button("a", {0, 0, 80, 40}), no_id = button("", {80, 0, 80, 40});
  no_text.text.clear();
  EXPECT_EQ(rules_of(screen_with({no_text, no_id})), (Rules{"no-text", "no-id"}));
}

TEST(LintScreen, finds_two_of_one_name) {
  EXPECT_EQ(rules_of(screen_with({button("a", {0, 0, 80, 40}), button("a", {80, 0, 80, 40})})), Rules{"twin-id"});
}

TEST(LintTexts, finds_what_a_translation_lacks_has_too_much_and_names_wrongly) {
  const auto english = words("en", {{"a", "A"}, {"b", "{count} pages"}, {"c", "C"}});
  const auto german = words("de", {{"b", "{zahl} Seiten"}, {"c", "C"}, {"d", "D"}});
  EXPECT_EQ(rules_of(check_translation(english, german)), (Rules{"missing-text", "wrong-placeholder", "unused-text"}));
  EXPECT_EQ(check_translation(english, english), Findings{});
}

TEST(LintTexts, tells_how_much_is_missing_of_a_file_that_nobody_has_begun) {
  std::map<std::string, std::string, std::less<>> many;
  for (int i = 0; i < 20; ++i) many["text." + std::to_string(i)] = "A";
  EXPECT_EQ(check_translation(words("en", many), words("it", {})).size(), 20u) << "so few are told one by one";
  many["text.last"] = "A";
  const auto found = check_translation(words("en", many), words("it", {}));
  ASSERT_EQ(rules_of(found), Rules{"missing-text"});
  EXPECT_NE(found[0].message.find("21 texts of "), std::string::npos) << found[0].message;
}

TEST(LintTexts, finds_each_letter_that_the_font_lacks_once) {
  const auto found = check_letters(words("en", {{"a", "abq"}, {"b", "q\n"}}), [](char32_t c) { return c != U'q'; });
  ASSERT_EQ(rules_of(found), Rules{"missing-glyph"});
  EXPECT_EQ(found[0].message, "the font has no U+0071, which 'a' needs");
}

TEST(LintTexts, finds_what_nobody_asks_for) {
  NamedKeys named;
  named.read(std::string_view("\0screen.home\0my job.type.\0 x.y.info.empty\0", 42));
  const auto english =
      words("en", {{"screen.home", "Home"}, {"job.type.scan", "Scan"}, {"info.empty", "-"}, {"a.lost", "Lost"}});
  const auto found = check_unused(english, named);
  ASSERT_EQ(rules_of(found), Rules{"unused-text"});
  EXPECT_EQ(found[0].message, "nobody asks for 'a.lost' (\"Lost\")");
}

TEST(LintContrast, counts_as_wcag_does) {
  EXPECT_NEAR(contrast({0xFF000000}, {0xFFFFFFFF}), 21, 0.001);
  EXPECT_NEAR(contrast({0xFF777777}, {0xFFFFFFFF}), 4.48, 0.01);  // the well-known grey that just fails
  EXPECT_NEAR(contrast({0xFF777777}, {0xFF777777}), 1, 0.001);
}

TEST_F(PlantedAssets, the_products_own_are_clean) { EXPECT_EQ(to_text(check()), ""); }

TEST_F(PlantedAssets, a_pale_theme_is_found) {
  plant("themes/light.yaml", changed(original("themes/light.yaml"), "text: \"#1A2027\"", "text: \"#C0C4C8\""));
  const auto found = check();
  ASSERT_FALSE(found.empty());
  for (const auto& finding : found) EXPECT_EQ(finding.rule, "low-contrast") << finding.message;
  EXPECT_EQ(found.front().file.filename(), "light.yaml");
}

TEST_F(PlantedAssets, a_broken_theme_is_found_with_its_line) {
  plant("themes/light.yaml", changed(original("themes/light.yaml"), "page: \"#F2F4F7\"", "page: pink"));
  const auto found = check();
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().rule, "broken-file");
  EXPECT_EQ(found.front().line, 3);
}

TEST_F(PlantedAssets, a_dead_link_is_found) {
  plant("menus/settings.yaml",
        "menu: settings\ntitle: screen.settings\nitems:\n  - {id: a, text: screen.settings, opens: nowhere}\n");
  const auto found = check();
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().rule, "dead-link");
  EXPECT_EQ(found.front().line, 4);
  EXPECT_EQ(found.front().node, "a");
}

TEST_F(PlantedAssets, a_broken_scenario_is_found_with_its_line) {
  plant("scenarios/mine.yaml", "e-mail: {method: oauth2}\nweather: rain\n");
  const auto found = check();
  ASSERT_EQ(rules_of(found), Rules{"broken-file"});
  EXPECT_EQ(found.front().line, 2);
}

TEST_F(PlantedAssets, every_broken_sheet_is_found_at_once) {
  plant("info/network-status.yaml", "groups: 7\n");
  plant("info/mine.yaml", "groups: []\ncolour: red\n- x\n");
  plant("sheets/status-sheet.yaml", "parts: 7\n");
  std::vector<std::string> files;
  for (const auto& finding : check()) files.push_back(finding.file.filename().string());
  for (const auto* name : {"network-status.yaml", "mine.yaml", "status-sheet.yaml"}) {
    EXPECT_NE(std::ranges::find(files, name), files.end()) << name;
  }
}

TEST_F(PlantedAssets, of_settings_that_are_broken_the_settings_are_told_not_what_shows_them) {
  plant("settings/basic.yaml", "settings:\n  - {id: x, text: screen.language, kind: wish}\n");
  const auto found = check();
  ASSERT_EQ(rules_of(found), Rules{"broken-file"});
  EXPECT_EQ(found.front().file.filename(), "basic.yaml");
  EXPECT_EQ(found.front().line, 2);
}

TEST_F(PlantedAssets, a_screen_that_nothing_opens_is_found) {
  plant("menus/lost.yaml", "menu: lost\ntitle: screen.settings\nitems: []\n");
  const auto found = check();
  ASSERT_EQ(rules_of(found), Rules{"unreachable-screen"});
  EXPECT_EQ(found.front().screen, "lost");
}

TEST(LintReport, is_told_as_text_json_and_sarif) {
  const Findings findings{
      {.rule = "small-target", .message = "too small", .screen = "home", .node = "a", .model = "large"},
      {.rule = "low-contrast", .message = "pale", .theme = "light", .file = "themes/light.yaml", .line = 3}};
  EXPECT_EQ(to_text(findings), "large home > a: small-target: too small\nthemes/light.yaml:3: low-contrast: pale\n");
  const auto plain = boost::json::parse(to_json(findings));
  EXPECT_EQ(plain.at("findings").at(0).at("node"), "a");
  EXPECT_EQ(plain.at("findings").at(1).at("line"), 3);
  const auto sarif = boost::json::parse(to_sarif(findings));
  EXPECT_EQ(sarif.at("version"), "2.1.0");
  const auto& run = sarif.at("runs").at(0);
  EXPECT_EQ(run.at("tool").at("driver").at("rules").as_array().size(), 2u);
  const auto& results = run.at("results");
  EXPECT_EQ(results.at(0).at("locations").at(0).at("logicalLocations").at(0).at("fullyQualifiedName"),
            "large home > a");
  const auto& physical = results.at(1).at("locations").at(0).at("physicalLocation");
  EXPECT_EQ(physical.at("artifactLocation").at("uri"), "themes/light.yaml");
  EXPECT_EQ(physical.at("region").at("startLine"), 3);
}

}  // namespace paneltwin::panel
