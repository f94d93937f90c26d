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

TEST_F(Gallery, every_state_of_the_machine_draws) {
  for (const std::string model : {"large", "compact"}) {
    machine.use();
    machine.state.admin = {.lock_setting = true};
    machine.state.notices.clear();
    machine.state.device_errors = {device::FailureKind::output_failed};
    machine.state.network.link = false;
    machine.state.basic.button_press_volume = 0;
    machine.publish();
    open(model);
    for (const auto* screen : {"home", "general-settings", "device-status"}) {
      ASSERT_TRUE(panel->open_screen(screen));
      settle();
      expect_no_words_cut(panel->tree(), screen);
      save(model + "-locked-" + screen);
    }
    machine.state.admin.panel_logged_in = true;
    machine.state.notices = {
        {.id = 1, .kind = device::FailureKind::not_signed_in, .message_key = "notice.not_signed_in"}};
    publish();
    EXPECT_EQ(panel->screen(), "notice");
    save(model + "-notice");
  }
}

TEST_F(Gallery, every_theme_draws) {
  machine.use();
  for (const auto& theme : theme_names(assets())) {
    open("large", false, theme);
    for (const auto* screen :
         {"home", "scan-email", "job-status", "sound", "recipient-entry", "not-signed-in", "job-details"}) {
      ASSERT_TRUE(panel->open_screen(screen));
      settle();
      save(theme + "-" + screen);
    }
  }
}

}  // namespace paneltwin::panel
