// Every screen in both languages and sizes. With PANELTWIN_PICTURES=<folder> it leaves pictures to look at.
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

using Gallery = PanelTest;

static void expect_no_words_cut(const Node& node, const std::string& where) {
  EXPECT_FALSE(node.shortened) << where << ": " << node.id << " \"" << node.text << "\" \"" << node.value << '"';
  for (const auto& child : node.children) expect_no_words_cut(child, where);
}

TEST_F(Gallery, every_screen_shows_all_its_words) {
  machine.use();
  for (const std::string model : {"large", "compact"}) {
    for (const std::string language : {"en", "zh-CN"}) {
      machine.state.basic.language = language;
      machine.publish();
      open(model);
      for (const auto& screen : panel->screens()) {
        ASSERT_TRUE(panel->open_screen(screen));
        settle();
        EXPECT_EQ(panel->screen(), screen);
        const auto name = model + "-" + language + "-" + screen;
        expect_no_words_cut(panel->tree(), name);
        save(name);
      }
    }
  }
}

TEST_F(Gallery, every_theme_draws) {
  machine.use();
  for (const auto& theme : theme_names(assets())) {
    open("large", false, theme);
    for (const auto* screen : {"home", "scan-email", "job-status", "sound"}) {
      ASSERT_TRUE(panel->open_screen(screen));
      settle();
      save(theme + "-" + screen);
    }
  }
}

}  // namespace paneltwin::panel
