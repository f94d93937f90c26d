// Declared settings on the panel: each kind has its row, and a new one needs no line of code.
#include "tests/device/temporary_folder.hpp"
#include "tests/panel/screens/panel_fixture.hpp"

namespace paneltwin::panel {

class PanelSettings : public PanelTest {
 protected:
  void go(std::initializer_list<const char*> way) {
    open("compact");
    ASSERT_TRUE(panel->open_screen(*way.begin()));  // wherever its tile is
    settle();
    for (const auto* id = way.begin() + 1; id != way.end(); ++id) tap(*id);
  }
  void expect_posted(const std::string& id, const std::string& value) {
    const auto* set = machine.last<device::command::SetSetting>();
    ASSERT_NE(set, nullptr);
    EXPECT_EQ(set->id, id);
    EXPECT_EQ(set->value, value);
  }
  /// As the machine does it.
  void obey() {
    const auto* set = machine.last<device::command::SetSetting>();
    ASSERT_NE(set, nullptr);
    machine.state.settings.values[set->id] = set->value;
    machine.state.basic = device::basic_of(machine.state.settings);
    publish();
  }
};

TEST_F(PanelSettings, the_language_changes_at_once) {
  go({"settings", "general-settings", "basic-settings", "language", "zh-CN"});
  expect_posted("language", "zh-CN");
  EXPECT_EQ(the("title").text, "Basic Settings");
  obey();
  EXPECT_EQ(the("title").text, "基本设置");
  EXPECT_EQ(the("language").value, "简体中文");
}

TEST_F(PanelSettings, timers_and_keyboard_are_chosen_from_a_list) {
  go({"settings", "general-settings", "basic-settings", "sleep-timer", "5"});
  expect_posted("sleep-timer", "5");
  tap("operation-time-out");
  tap("0");
  expect_posted("operation-time-out", "0");
  tap("keyboard");
  tap("azerty");
  expect_posted("keyboard", "azerty");
}

TEST_F(PanelSettings, a_muted_panel_does_not_click) {
  int clicks = 0;
  open();
  panel->on_sound([&](const Sound&) { ++clicks; });
  tap("sound-icon");
  EXPECT_EQ(clicks, 1);
  tap("normal-mode");
  tap("button-press-plus");
  expect_posted("button-press", "6");
  tap("back");
  tap("mute");
  expect_posted("mute", "on");
  obey();
  clicks = 0;
  tap("mute");
  expect_posted("mute", "off");
  EXPECT_EQ(clicks, 0);
}

TEST_F(PanelSettings, a_refused_tap_and_an_accepted_one_are_heard_and_kept_with_pattern_and_volume) {
  machine.state.settings.values["sound-type"] = "pattern-2";
  machine.publish();
  open();
  std::vector<Sound> heard;
  panel->on_sound([&](const Sound& sound) { heard.push_back(sound); });
  tap("sound-icon");
  ASSERT_EQ(heard, (std::vector<Sound>{{"click", 2, 5}}));
  ASSERT_FALSE(panel->sounds().empty());
  EXPECT_EQ(panel->sounds().back().sound, heard.back());
}

TEST_F(PanelSettings, a_country_tells_what_goes_with_it_before_it_comes) {
  go({"basic-settings", "country-region", "us"});
  EXPECT_EQ(machine.last<device::command::SetSetting>(), nullptr) << "it asks first";
  for (const auto* told : {"United States", "Date Format: ", "Length Unit: inch", "Usual Paper Size: Letter"}) {
    EXPECT_NE(the("ask-brings").text.find(told), std::string::npos) << told << the("ask-brings").text;
  }
  tap("no");
  EXPECT_EQ(machine.last<device::command::SetSetting>(), nullptr);
  tap("country-region");
  tap("us");
  tap("yes");
  expect_posted("country-region", "us");
  for (const auto& [id, value] : {std::pair("length-unit", "inch"), {"date-format", "mdy"}, {"time-format", "12"}}) {
    machine.state.settings.values[id] = value;
  }
  machine.state.settings.values["region-paper"] = "letter";
  obey();
  tap("country-region");
  tap("us");
  EXPECT_EQ(panel->screen(), "basic-settings") << "nothing would change: nothing is asked";
}

TEST_F(PanelSettings, the_device_name_takes_letters_digits_and_hyphens) {
  go({"settings", "general-settings", "network-settings", "network-advanced", "device-name"});
  type(" x");
  EXPECT_FALSE(the("ok").enabled);
  press("Backspace");
  press("Backspace");
  type("-2");
  tap("ok");
  expect_posted("device-name", "PANELTWIN-2");
}

TEST_F(PanelSettings, a_refused_setting_says_why) {
  go({"settings", "general-settings", "basic-settings", "keyboard", "qwertz"});
  answer(device::fail(device::FailureKind::store_failed));
  EXPECT_NE(node("failure"), nullptr);
}

TEST_F(PanelSettings, a_designers_own_settings_get_their_rows_without_a_line_of_code) {
  const TemporaryFolder mine;
  const auto write = [&](const std::string& name, const std::string& content) {
    std::filesystem::create_directories((mine.path() / name).parent_path());
    ASSERT_TRUE(device::write_file(mine.path() / name, content));
  };
  write("settings/mine.yaml",
        "settings:\n"
        "  - {id: bell, text: sound.mute, kind: on_off}\n"
        "  - {id: side, text: screen.keyboard, kind: choice, choices: {left: key.left, right: key.right}}\n"
        "  - {id: level, text: screen.sound, kind: number, least: -4, most: 4, initial: 0}\n"
        "  - {id: copies, text: job.pages, kind: number, least: 1, most: 999, initial: 1}\n"
        "  - {id: gate, text: info.default_gateway, kind: address, when: {bell: on}}\n");
  write("menus/scan.yaml",
        "menu: scan\ntitle: screen.scan\nitems:\n"
        "  - {setting: bell}\n  - {setting: side}\n  - {setting: level}\n  - {setting: copies}\n  - {setting: gate}\n");
  const device::Assets laid({mine.path(), assets().folders().front()});
  auto opened = OperationPanel::open(machine.door(), texts(), laid,
                                     {.model = load_model(assets(), "compact").value(), .animate = false});
  ASSERT_TRUE(opened) << opened.error().str();
  panel = std::move(*opened);
  settle();
  tap("scan");
  EXPECT_EQ(node("gate"), nullptr);
  tap("bell");
  expect_posted("bell", "on");
  obey();
  tap("side");
  tap("right");
  expect_posted("side", "right");
  tap("level-minus");
  expect_posted("level", "-1");
  tap("copies");
  type("23");
  tap("ok");
  expect_posted("copies", "123");
  tap("gate");
  type("10.0.0");
  EXPECT_FALSE(the("ok").enabled);
  type(".1");
  tap("ok");
  expect_posted("gate", "10.0.0.1");
}

TEST_F(PanelSettings, the_power_key_held_down_asks_before_it_turns_off) {
  open();
  press("PowerHeld");
  EXPECT_EQ(machine.last<device::command::PowerOff>(), nullptr);
  tap("yes");
  EXPECT_NE(machine.last<device::command::PowerOff>(), nullptr);
}

}  // namespace paneltwin::panel
