// Settings that are one value each.
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

class PanelSettings : public PanelTest {
 protected:
  void go(std::initializer_list<const char*> way) {
    open("compact");
    for (const auto* id : way) tap(id);
  }
  const device::BasicSettings& posted() {
    static const device::BasicSettings nothing;
    const auto* set = machine.last<device::command::SetBasic>();
    EXPECT_NE(set, nullptr);
    return set ? set->basic : nothing;
  }
};

TEST_F(PanelSettings, the_language_changes_at_once) {
  go({"settings", "general-settings", "basic-settings", "language", "zh-CN"});
  EXPECT_EQ(posted().language, "zh-CN");
  EXPECT_EQ(the("title").text, "Basic Settings");
  machine.state.basic = posted();
  publish();
  EXPECT_EQ(the("title").text, "基本设置");
  EXPECT_EQ(the("language").value, "简体中文");
}

TEST_F(PanelSettings, timers_and_keyboard_are_chosen_from_a_list) {
  go({"settings", "general-settings", "basic-settings", "sleep-timer", "5"});
  EXPECT_EQ(posted().sleep_timer, std::chrono::minutes(5));
  tap("operation-time-out");
  tap("0");
  EXPECT_EQ(posted().operation_time_out, std::chrono::seconds(0));
  tap("keyboard");
  tap("azerty");
  EXPECT_EQ(posted().keyboard, "azerty");
}

TEST_F(PanelSettings, a_muted_panel_does_not_click) {
  int clicks = 0;
  open();
  panel->on_sound([&](std::string_view) { ++clicks; });
  tap("sound-icon");
  EXPECT_EQ(clicks, 1);
  tap("plus");
  EXPECT_EQ(posted().button_press_volume, 6);
  tap("mute");
  EXPECT_EQ(posted().button_press_volume, 0);
  machine.state.basic.button_press_volume = 0;
  publish();
  clicks = 0;
  tap("mute");
  EXPECT_EQ(posted().button_press_volume, 5);
  EXPECT_EQ(clicks, 0);
}

TEST_F(PanelSettings, the_device_name_takes_letters_digits_and_hyphens) {
  go({"settings", "general-settings", "network-settings", "network-advanced", "device-name", "device-name-row"});
  type(" x");
  EXPECT_FALSE(the("ok").enabled);
  press("Backspace");
  press("Backspace");
  type("-2");
  tap("ok");
  EXPECT_EQ(posted().device_name, "PANELTWIN-2");
}

TEST_F(PanelSettings, a_refused_setting_says_why) {
  go({"settings", "general-settings", "basic-settings", "keyboard", "qwertz"});
  answer(device::fail(device::FailureKind::store_failed));
  EXPECT_NE(node("failure"), nullptr);
}

TEST_F(PanelSettings, the_power_key_held_down_asks_before_it_turns_off) {
  open();
  press("PowerHeld");
  EXPECT_EQ(machine.last<device::command::PowerOff>(), nullptr);
  tap("yes");
  EXPECT_NE(machine.last<device::command::PowerOff>(), nullptr);
}

}  // namespace paneltwin::panel
