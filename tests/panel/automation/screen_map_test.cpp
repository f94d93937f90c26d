#include "panel/automation/screen_map.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "panel/automation/contact_sheet.hpp"

namespace paneltwin::panel {

class ScreenMapTest : public testing::Test {
 protected:
  device::Assets assets{{std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"}};
  device::Texts texts = device::Texts::load(assets).value();
  Screens screens = Screens::load(assets, texts.in("en")).value();
};

TEST_F(ScreenMapTest, has_every_screen_once_and_home_at_the_left) {
  const auto map = map_of(screens);
  auto ids = screens.ids();
  EXPECT_EQ(map.places.size(), ids.size());
  EXPECT_EQ(map.places.front().id, "home");
  EXPECT_EQ(map.places.front().column, 0);
  for (const auto& id : ids) EXPECT_EQ(std::ranges::count(map.places, id, &ScreenMap::Place::id), 1) << id;
}

TEST_F(ScreenMapTest, the_shortest_ways_go_one_column_deeper) {
  const auto map = map_of(screens);
  int shortest = 0;
  for (const auto& way : map.ways) {
    if (!way.shortest) continue;
    ++shortest;
    EXPECT_EQ(map.places[way.to].column, map.places[way.from].column + 1) << map.places[way.to].id;
  }
  EXPECT_GT(shortest, 20);
}

TEST_F(ScreenMapTest, a_flow_taps_its_way_there) {
  EXPECT_EQ(flow_to(screens, "network-status", "compact", "zh-CN", "dark"),
            "flow: Go to network-status\nmodel: compact\nlanguage: zh-CN\ntheme: dark\nscenario: signed-in\nsteps:\n"
            "  - tap: settings\n  - tap: general-settings\n  - tap: network-settings\n  - tap: network-status\n"
            "  - screenshot: network-status\n");
  EXPECT_EQ(flow_to(screens, "no-such-screen", "large", "en", "light"), "");
}

}  // namespace paneltwin::panel
