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

TEST_F(SetSettingsTest, clearing_all_happens_whole_or_not_at_all) {
  set_up_mail();
  ASSERT_TRUE(ask(command::SetSetting{"sleep-timer", "30"}));
  ASSERT_TRUE(ask(command::StoreContact{{.name = "Alex", .address = "alex@contoso.example"}, {}}));
  ASSERT_TRUE(ask(command::SetAuthentication{{.on = true}}, Origin::web));
  UserChange wei;
  wei.user.id = "wei";
  ASSERT_TRUE(ask(command::PutUser{wei}, Origin::web));
  const auto in_the_store = [this](std::string_view sql) {
    device.reset();
    constexpr std::string_view steps[3] = {};
    auto store = Database::open(folder / "machine.db", {0x50547731, steps});
    ASSERT_TRUE(store && store->run(sql)) << sql;
  };
  in_the_store("CREATE TRIGGER stays BEFORE DELETE ON user BEGIN SELECT RAISE(ABORT, 'the power is gone'); END");
  open();
  const auto before = state();
  EXPECT_EQ(ask(command::RestoreDefaults{"all"}, Origin::web).error().kind, FailureKind::store_failed);
  for (int look = 0; look < 2; ++look) {
    EXPECT_EQ(state().settings, before.settings);
    EXPECT_EQ(state().contacts, before.contacts);
    EXPECT_EQ(state().email.sign_in, before.email.sign_in);
    EXPECT_EQ(state().users.settings, before.users.settings);
    EXPECT_EQ(state().users.list->size(), 1U);
    power_cut();
  }
  in_the_store("DROP TRIGGER stays");
  open();
  ASSERT_TRUE(ask(command::RestoreDefaults{"all"}, Origin::web));
  power_cut();
  EXPECT_EQ(state().basic.sleep_timer, 15min);
  EXPECT_TRUE(state().contacts.empty() && state().users.list->empty());
  EXPECT_FALSE(state().email.sign_in);
}

TEST_F(SetSettingsTest, password_encryption_leaves_no_password_readable_in_the_store) {
  UserChange wei{.password = "user password"};
  wei.user.id = "wei";
  const Contact share{.type = ContactType::folder, .name = "Share", .address = "//files/scans"};
  const auto everywhere = [this] {
    std::string bytes;
    for (const auto* name : {"machine.db", "machine.db-wal"}) bytes += read_file(folder / name).value_or("");
    return bytes;
  };
  const EmailServerSettings server{.method = EmailMethod::smtp_auth,
                                   .account = "scan",
                                   .sender = "scan@office.test",
                                   .smtp_host = "mail.office.test"};
  ASSERT_TRUE(ask(command::StoreEmailServer{server, "mail password", std::nullopt}, Origin::web));
  ASSERT_TRUE(ask(command::StoreContact{share, "share password"}));
  ASSERT_TRUE(ask(command::PutUser{wei}, Origin::web));
  const auto initial = device->label().administrator_password;
  EXPECT_NE(everywhere().find("share password"), std::string::npos);

  ASSERT_TRUE(ask(command::SetSetting{"password-encryption", "on"}));
  for (const auto& secret :
       {std::string("mail password"), std::string("share password"), initial, std::string("scrypt:")}) {
    EXPECT_EQ(everywhere().find(secret), std::string::npos) << secret;
  }
  ASSERT_TRUE(ask(command::StoreContact{
      {.number = 1, .type = ContactType::folder, .name = "Share", .address = "//files/scans"}, "another password"}));
  EXPECT_EQ(everywhere().find("another password"), std::string::npos) << "what is set from now on too";
  power_cut();
  EXPECT_TRUE(state().email.password_set && state().contacts[0].password_set);
  EXPECT_EQ(device->label().administrator_password, initial);
  EXPECT_TRUE(ask(command::CheckAdministrator{"", initial, "x"}, Origin::web));

  const auto key = folder / "password.key";
  EXPECT_EQ(std::filesystem::status(key).permissions() & std::filesystem::perms::all,
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  device.reset();
  std::filesystem::rename(key, folder / "elsewhere");
  EXPECT_NE(try_open().error().detail.find("password.key"), std::string::npos) << "without its key it says so";
  std::filesystem::rename(folder / "elsewhere", key);
  open();
  ASSERT_TRUE(ask(command::SetSetting{"password-encryption", "off"}));
  EXPECT_NE(everywhere().find("another password"), std::string::npos);
}

TEST_F(SetSettingsTest, dates_are_written_as_in_the_country_until_people_choose_otherwise) {
  ASSERT_TRUE(ask(command::SetSetting{"country-region", "us"}));
  EXPECT_EQ(state().settings.text("date-format"), "mdy");
  ASSERT_TRUE(ask(command::SetSettings{{{"country-region", "de"}, {"date-format", "ymd"}}}));
  EXPECT_EQ(state().settings.text("date-format"), "ymd");
}

TEST_F(SetSettingsTest, a_country_brings_units_and_paper_and_leaves_what_people_chose) {
  const auto& first = state().conditions.paper;
  ASSERT_EQ(first[0].size, PaperSize::a4);
  ASSERT_TRUE(ask(command::SetPaper{first[0].id, PaperSize::b5, PaperType::plain}));
  ASSERT_TRUE(ask(command::SetSetting{"time-format", "12"}));
  ASSERT_TRUE(ask(command::SetSetting{"country-region", "us"}));
  const auto is_american = [&] {
    EXPECT_EQ(state().settings.text("length-unit"), "inch");
    EXPECT_EQ(state().conditions.paper[0].size, PaperSize::b5) << "somebody set it";
    EXPECT_EQ(state().conditions.paper.back().size, PaperSize::letter);
  };
  is_american();
  power_cut();
  is_american();
  ASSERT_TRUE(ask(command::SetSetting{"date-format", "ymd"}));
  ASSERT_TRUE(ask(command::SetSetting{"country-region", "de"}));
  EXPECT_EQ(state().settings.text("date-format"), "ymd") << "somebody chose it";
  EXPECT_EQ(state().settings.text("length-unit"), "mm");
  EXPECT_EQ(state().conditions.paper.back().size, PaperSize::a4);
  ASSERT_TRUE(ask(command::SetSettings{{{"country-region", "us"}, {"length-unit", "mm"}}}));
  EXPECT_EQ(state().settings.text("length-unit"), "mm") << "it was asked for, though it was so before";
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
