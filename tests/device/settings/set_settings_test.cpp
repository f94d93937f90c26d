// Settings that people change: refused by name, kept over a power cut, locked, restored.
#include "device/store/store.hpp"
#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;

class SetSettingsTest : public MachineTest {
 protected:
  std::string refused(const std::string& id, const std::string& value) {
    const auto answer = ask(command::SetSetting{id, value});
    return answer ? "taken" : answer.error().detail;
  }
};

TEST_F(SetSettingsTest, a_change_is_in_the_state_and_survives_a_power_cut) {
  ASSERT_TRUE(ask(command::SetSetting{"sleep-timer", "30"}));
  EXPECT_EQ(state().settings.number("sleep-timer"), 30);
  EXPECT_EQ(state().basic.sleep_timer, 30min);
  power_cut();
  EXPECT_EQ(state().settings.text("sleep-timer"), "30");
  EXPECT_EQ(state().basic.sleep_timer, 30min);
}

TEST_F(SetSettingsTest, what_is_out_of_its_limits_is_refused_by_name_and_changes_nothing) {
  const auto before = state().settings;
  EXPECT_EQ(refused("language", "tlh"), "language");
  EXPECT_EQ(refused("sleep-timer", "0"), "sleep-timer");
  EXPECT_EQ(refused("sleep-timer", "241"), "sleep-timer");
  EXPECT_EQ(refused("operation-time-out", "9"), "operation-time-out");
  EXPECT_EQ(refused("button-press", "11"), "button-press");
  EXPECT_EQ(refused("keyboard", "dvorak"), "keyboard");
  EXPECT_EQ(refused("device-name", "two words"), "device-name");
  EXPECT_EQ(refused("device-name", std::string(54, 'a')), "device-name");
  EXPECT_EQ(refused("no-such", "1"), "no-such");
  EXPECT_EQ(state().settings, before);
}

TEST_F(SetSettingsTest, several_at_once_are_all_or_none) {
  const auto before = state().settings;
  EXPECT_FALSE(ask(command::SetSettings{{{"sleep-timer", "30"}, {"keyboard", "dvorak"}}}));
  EXPECT_EQ(state().settings, before);
  EXPECT_TRUE(ask(command::SetSettings{{{"sleep-timer", "30"}, {"keyboard", "azerty"}}}));
  EXPECT_EQ(state().basic.keyboard, "azerty");
}

TEST_F(SetSettingsTest, lock_setting_covers_them_but_for_what_the_administrator_leaves_to_everybody) {
  ASSERT_TRUE(ask(command::SetLockSetting{true}));
  EXPECT_EQ(ask(command::SetSetting{"sleep-timer", "30"}).error().kind, FailureKind::not_allowed);
  EXPECT_EQ(ask(command::SetSetting{"language", "zh-CN"}).error().kind, FailureKind::not_allowed);
  EXPECT_TRUE(ask(command::SetSetting{"access-to-language", "on"}, Origin::web));
  EXPECT_TRUE(ask(command::SetSetting{"language", "zh-CN"}));
  EXPECT_EQ(ask(command::SetSettings{{{"language", "en"}, {"sleep-timer", "30"}}}).error().kind,
            FailureKind::not_allowed);
  EXPECT_EQ(ask(command::RestoreDefaults{"all"}).error().kind, FailureKind::not_allowed);
}

TEST_F(SetSettingsTest, restore_default_settings_restores_its_group_alone) {
  set_up_mail();
  ASSERT_TRUE(ask(command::SetSettings{{{"sleep-timer", "30"}, {"device-name", "MINE"}, {"language", "zh-CN"}}}));
  EXPECT_EQ(ask(command::RestoreDefaults{"no-such"}).error().detail, "no-such");
  ASSERT_TRUE(ask(command::RestoreDefaults{"network"}));
  EXPECT_EQ(state().basic.device_name, "PANELTWIN");
  EXPECT_EQ(state().basic.sleep_timer, 30min);
  EXPECT_EQ(state().email.stored.method, EmailMethod::off);
  EXPECT_FALSE(state().email.sign_in);
  ASSERT_TRUE(ask(command::RestoreDefaults{"all"}));
  EXPECT_EQ(state().basic.sleep_timer, 15min);
  EXPECT_EQ(state().basic.language, "en");
  EXPECT_TRUE(state().recent_recipients.empty());
  power_cut();
  EXPECT_EQ(state().basic.sleep_timer, 15min);
}

TEST_F(SetSettingsTest, clearing_all_takes_what_people_have_entered_and_access_control_with_it) {
  ASSERT_TRUE(ask(command::StoreContact{{.name = "Alex", .address = "alex@contoso.example"}, {}}));
  ASSERT_TRUE(ask(command::StorePreset{{.name = "Two", .copy = CopyRequest{.copies = 2}}}));
  ASSERT_TRUE(ask(command::SetHome{{.hidden = {"copy"}}}));
  ASSERT_TRUE(ask(command::SetAuthentication{{.on = true}}, Origin::web));
  ASSERT_TRUE(ask(command::RestoreDefaults{"all"}, Origin::web));
  power_cut();
  EXPECT_TRUE(state().contacts.empty());
  EXPECT_TRUE(state().presets.empty());
  EXPECT_EQ(state().home, HomeSettings{});
  EXPECT_FALSE(state().users.settings.on);
}

TEST_F(SetSettingsTest, dates_are_written_as_in_the_country_until_people_choose_otherwise) {
  ASSERT_TRUE(ask(command::SetSetting{"country-region", "us"}));
  EXPECT_EQ(state().settings.text("date-format"), "mdy");
  ASSERT_TRUE(ask(command::SetSettings{{{"country-region", "de"}, {"date-format", "ymd"}}}));
  EXPECT_EQ(state().settings.text("date-format"), "ymd");
}

TEST_F(SetSettingsTest, a_memory_device_is_not_seen_while_its_interface_is_off) {
  stick.is_plugged = true;
  ASSERT_TRUE(ask(command::MemoryDeviceChanged{}, Origin::world));
  EXPECT_TRUE(state().memory_device);
  ASSERT_TRUE(ask(command::SetSetting{"memory-device-interface", "off"}));
  EXPECT_FALSE(state().memory_device);
  ASSERT_TRUE(ask(command::SetSetting{"memory-device-interface", "on"}));
  EXPECT_TRUE(state().memory_device);
}

TEST_F(SetSettingsTest, what_an_older_version_kept_under_a_name_of_its_own_is_still_known) {
  device.reset();
  {
    auto store = Store::open(folder);
    ASSERT_TRUE(store);
    ASSERT_TRUE(store->change({{"basic.sleep_timer", "60"}, {"setting.keyboard", "gone"}}));
  }
  open();
  EXPECT_EQ(state().basic.sleep_timer, 60min);
  EXPECT_EQ(state().basic.keyboard, "qwerty");
}

}  // namespace paneltwin::device
