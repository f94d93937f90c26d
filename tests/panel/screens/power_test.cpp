// Sleep, wake, power and the operation time-out.
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

class PanelPower : public PanelTest {
 protected:
  void sleep() {
    machine.state.power = device::PowerState::asleep;
    publish();
  }
  void wake() {
    machine.state.power = device::PowerState::on;
    publish();
  }
};

TEST_F(PanelPower, asleep_the_glass_is_dark_and_a_touch_only_wakes) {
  open();
  const auto* tile = node("settings");
  const float x = tile->rect.x + 20, y = tile->rect.y + 20;
  sleep();
  EXPECT_NE(node("asleep"), nullptr);
  EXPECT_EQ(node("settings"), nullptr);
  const auto dark = panel->glass().picture();
  std::size_t lit = 0;
  for (std::size_t i = 0; i < dark.rgba.size(); i += 4) lit += dark.rgba[i] + dark.rgba[i + 1] + dark.rgba[i + 2] > 0;
  EXPECT_EQ(lit, 0U);
  panel->input(PointerDown{x, y});
  settle();
  wake();
  panel->input(PointerUp{x, y});
  settle();
  EXPECT_EQ(panel->screen(), "home") << "the touch that woke it opened nothing";
  tap("settings");
  EXPECT_EQ(panel->screen(), "settings");
}

TEST_F(PanelPower, wakes_at_home) {
  open();
  tap("settings");
  sleep();
  wake();
  EXPECT_EQ(panel->screen(), "home");
}

TEST_F(PanelPower, the_power_key_sleeps_and_turns_on) {
  open();
  press("Power");
  EXPECT_NE(machine.last<device::command::Sleep>(), nullptr);
  machine.state.power = device::PowerState::off;
  publish();
  tap_at(100, 100);
  EXPECT_EQ(machine.last<device::command::PowerOn>(), nullptr);
  press("Power");
  EXPECT_NE(machine.last<device::command::PowerOn>(), nullptr);
}

TEST_F(PanelPower, the_operation_time_out_goes_home_and_closes_what_is_open) {
  open();
  tap("scan");
  tap("scan-email");
  tap("recipient");
  ++machine.state.time_outs;
  publish();
  EXPECT_EQ(panel->screen(), "home");
  EXPECT_EQ(node("recipient-entry"), nullptr);
}

TEST_F(PanelPower, the_home_key_goes_home_from_a_sheet) {
  open();
  tap("scan");
  tap("scan-email");
  tap("recipient");
  press("Home");
  EXPECT_EQ(panel->screen(), "home");
}

}  // namespace paneltwin::panel
