// The menus of the panel, gone through as by a finger.
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

using PanelMenus = PanelTest;

TEST_F(PanelMenus, the_way_to_the_email_server_status_is_the_guides) {
  open();
  for (const auto* id : {"settings", "general-settings", "network-settings", "network-status", "email-server-status"}) {
    tap(id);
  }
  EXPECT_EQ(panel->screen(), "email-server-status");
  EXPECT_NE(node("Not set"), nullptr);
  tap("back");
  EXPECT_EQ(panel->screen(), "network-status");
  tap("home");
  EXPECT_EQ(panel->screen(), "home");
}

}  // namespace paneltwin::panel
