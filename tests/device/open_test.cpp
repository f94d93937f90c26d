// What a machine knows when it gets power: first start, restart, and a store that cannot be used.
#include <gmock/gmock.h>

#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::MatchesRegex;

class OpenTest : public MachineTest {};

TEST_F(OpenTest, the_first_start_makes_a_serial_number_an_address_and_a_password) {
  const auto product = state().product;
  EXPECT_THAT(product.serial, MatchesRegex("[A-Z][0-9][A-Z][A-Z][0-9][0-9][0-9][0-9][0-9][0-9]"));
  EXPECT_THAT(product.mac_address, MatchesRegex("02:00:5E(:[0-9A-F][0-9A-F]){3}"));
  EXPECT_THAT(device->label().administrator_password, MatchesRegex("[0-9]{8}"));
  EXPECT_EQ(device->label().serial, product.serial);
  EXPECT_EQ(state().power, PowerState::on);
  EXPECT_EQ(state().email.stored.method, EmailMethod::off);
}

TEST_F(OpenTest, the_unit_stays_the_same_over_restarts) {
  const auto before = state().product;
  const auto password = device->label().administrator_password;
  restart();
  EXPECT_EQ(state().product, before);
  EXPECT_EQ(device->label().administrator_password, password);
}

TEST_F(OpenTest, settings_survive_a_restart_and_a_power_cut) {
  ASSERT_TRUE(ask(command::SetSettings{{{"language", "zh-CN"}, {"sleep-timer", "30"}, {"device-name", "PRINTER-7"}}}));
  ASSERT_TRUE(ask(command::SetContact{"设备管理员 <it@contoso.example>"}));
  ASSERT_TRUE(ask(command::SetLockSetting{true}));
  const auto before = state();
  EXPECT_EQ(before.basic.language, "zh-CN");
  EXPECT_EQ(before.basic.sleep_timer, 30min);
  EXPECT_EQ(before.basic.device_name, "PRINTER-7");
  restart();
  EXPECT_EQ(state().settings, before.settings);
  EXPECT_EQ(state().basic, before.basic);
  EXPECT_EQ(state().admin, before.admin);
  power_cut();
  EXPECT_EQ(state().settings, before.settings);
  EXPECT_EQ(state().admin, before.admin);
}

TEST_F(OpenTest, a_contact_out_of_its_limits_is_refused_by_name_and_changes_nothing) {
  EXPECT_EQ(ask(command::SetContact{"two\nlines"}).error().detail, "name");
  EXPECT_EQ(ask(command::SetContact{"\xC0\xAF"}).error().detail, "name");
  EXPECT_EQ(state().admin.contact_name, "");
}

TEST_F(OpenTest, a_store_that_another_program_made_is_refused_and_left_as_it_was) {
  device.reset();
  folder = temporary.path() / "other";
  std::filesystem::create_directories(folder);
  const std::string content = "these are not the tables you are looking for, and quite a few bytes of them";
  ASSERT_TRUE(write_file(folder / "machine.db", content));
  const auto opened = try_open();
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, FailureKind::store_failed);
  EXPECT_THAT(opened.error().detail, HasSubstr("machine.db"));
  EXPECT_EQ(read_file(folder / "machine.db"), content);
}

TEST_F(OpenTest, a_folder_that_is_a_file_is_refused_with_its_name) {
  device.reset();
  folder = temporary.path() / "file";
  ASSERT_TRUE(write_file(folder, "x"));
  const auto opened = try_open();
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, FailureKind::store_failed);
  EXPECT_THAT(opened.error().detail, HasSubstr(folder.string()));
}

TEST_F(OpenTest, a_second_machine_on_the_same_store_is_refused) {
  const auto second = try_open();
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, FailureKind::store_failed);
}

TEST_F(OpenTest, nobody_else_can_read_the_store) {
  namespace fs = std::filesystem;
  constexpr auto others = fs::perms::group_all | fs::perms::others_all;
  EXPECT_EQ(fs::status(folder).permissions() & others, fs::perms::none);
  for (const auto& entry : fs::directory_iterator(folder)) {
    EXPECT_EQ(entry.status().permissions() & others, fs::perms::none) << entry.path();
  }
}

TEST_F(OpenTest, a_subscriber_sees_every_change_until_it_is_gone_even_when_it_ends_itself) {
  Device::Subscription self;
  int seen = 0;
  self = device->subscribe([&](const Snapshot&) {
    ++seen;
    self.reset();
  });
  ASSERT_TRUE(ask(command::SetContact{"a"}));
  ASSERT_TRUE(ask(command::SetContact{"b"}));
  EXPECT_EQ(seen, 1);
}

}  // namespace paneltwin::device
