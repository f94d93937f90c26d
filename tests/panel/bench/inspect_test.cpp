// The inspector's eyes: which node, and where it comes from.
#include "panel/bench/inspect_sources.hpp"
#include "tests/panel/clay_fixture.hpp"

namespace paneltwin::panel {

using bench::Source;

TEST(InspectText, knows_a_text_with_values_put_in) {
  EXPECT_TRUE(bench::says("{count} pages of {name}", "3 pages of letter.pdf"));
  EXPECT_TRUE(bench::says("Send", "Send"));
  EXPECT_TRUE(bench::says("To {who}", "To you"));
  EXPECT_FALSE(bench::says("To {who}!", "To you"));
  EXPECT_FALSE(bench::says("{value}", "anything"));
  EXPECT_FALSE(bench::says("x {who", "x y"));
}

class Inspect : public ClayTest {
 protected:
  [[nodiscard]] std::vector<Source> sources(const std::string& id) const {
    for (const auto& way : bench::all_ways(panel->tree())) {
      if (way.back()->id == id) return bench::sources_of(way, *panel, clay, clay_texts.in("en"));
    }
    return {};
  }
  /// What stands where it says.
  static std::string line_at(const device::FilePlace& place) {
    std::ifstream in(place.file);
    std::string line;
    for (int i = 0; i < place.line; ++i) std::getline(in, line);
    return line;
  }
  static const Source* of(const std::vector<Source>& sources, Source::Kind kind) {
    const auto found = std::ranges::find(sources, kind, &Source::kind);
    return found == sources.end() ? nullptr : &*found;
  }
};

TEST_F(Inspect, finds_a_node_on_the_glass_and_keeps_it) {
  open_clay();
  const auto& settings = the("settings");
  const auto way = bench::way_at(panel->tree(), settings.rect.x + 5, settings.rect.y + 5);
  ASSERT_FALSE(way.empty());
  EXPECT_EQ(way.back()->id, "settings");
  const auto path = bench::path_of(way);
  panel->touch();
  settle();
  EXPECT_EQ(bench::way_to_path(panel->tree(), path).back()->id, "settings");
  tap("settings");
  EXPECT_TRUE(bench::way_to_path(panel->tree(), path).empty());
}

TEST_F(Inspect, tells_the_line_of_menu_item_text_and_tokens) {
  open_clay();
  tap("settings");
  panel->note_strokes(true);
  settle();
  const auto found = sources("general-settings");
  const auto* menu = of(found, Source::Kind::menu);
  ASSERT_NE(menu, nullptr);
  EXPECT_TRUE(
      menu->place.file.ends_with("/"
                                 "settings.yaml"));
  EXPECT_TRUE(line_at(menu->place).contains("id: general-settings")) << menu->place.line;
  const auto* text = of(found, Source::Kind::text);
  ASSERT_NE(text, nullptr);
  EXPECT_EQ(text->name, "screen.general-settings");
  EXPECT_EQ(line_at(text->place), "msgid \"screen.general-settings\"");
  const auto tokens = std::ranges::count(found, Source::Kind::token, &Source::kind);
  EXPECT_GE(tokens, 2);  // the row's ground and its letters
  for (const auto& source : found) {
    if (source.kind != Source::Kind::token) continue;
    const auto token = source.name.substr(source.name.find('.') + 1);
    EXPECT_TRUE(line_at(source.place).contains(token + ":")) << source.name << " " << source.place.line;
  }
}

TEST_F(Inspect, tells_the_line_of_an_information_row) {
  open_clay();
  panel->open_screen("device-information");
  settle();
  const auto found = sources("firmware");
  const auto* row = of(found, Source::Kind::info);
  ASSERT_NE(row, nullptr);
  EXPECT_TRUE(
      row->place.file.ends_with("/"
                                "device-information.yaml"));
  EXPECT_TRUE(line_at(row->place).contains("id: firmware")) << row->place.line;
}

}  // namespace paneltwin::panel
