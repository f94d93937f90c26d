// Firmware: the file, the order of versions, and the update from either source.
#include "device/firmware/firmware.hpp"

#include "device/firmware/firmware_file.hpp"
#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;

constexpr std::string_view old_version = "07.31.GW22OA", new_version = "07.84.GW19Q3";

TEST(FirmwareFile, says_what_was_written_into_it) {
  const FirmwareFile file{"large", "07.84.GW19Q3", std::string("\0body\n", 6)};
  EXPECT_EQ(read_firmware_file(write_firmware_file(file)).value(), file);
}

TEST(FirmwareFile, is_refused_when_a_single_byte_is_missing_or_wrong) {
  const auto good = write_firmware_file({"large", "07.84.GW19Q3", "some body"});
  for (std::size_t i = 0; i < good.size(); ++i) {
    EXPECT_EQ(read_firmware_file(std::string_view(good).substr(0, i)).error().kind, FailureKind::firmware_file);
    auto bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    const auto read = read_firmware_file(bad);
    ASSERT_FALSE(read) << i;
    EXPECT_EQ(read.error().kind, FailureKind::firmware_file);
  }
  EXPECT_FALSE(read_firmware_file("GIF89a"));
}

TEST(FirmwareVersion, is_ordered_by_number_then_by_day) {
  EXPECT_TRUE(is_newer_firmware("07.84.GW19Q3", "07.31.GW22OA"));
  EXPECT_TRUE(is_newer_firmware("07.84.GW19Q3", "07.84.GW28PC"));
  EXPECT_TRUE(is_newer_firmware("07.84.GW20Q3", "07.84.GW19Q3"));
  EXPECT_TRUE(is_newer_firmware("10.02.GW01Q1", "09.99.GW30QB"));
  EXPECT_FALSE(is_newer_firmware("07.84.GW19Q3", "07.84.GW19Q3"));
  EXPECT_FALSE(is_newer_firmware("", "07.84.GW19Q3"));
}

/// The maker, as the test says.
struct FakeMaker : FirmwareSource {
  Result<std::string> offer = std::string(new_version);
  Result<std::string> file = write_firmware_file({"large", std::string(new_version), "body"});

  void newest(std::string, std::stop_token, std::move_only_function<void(Result<std::string>)> done) override {
    done(offer);
  }
  void download(std::string, std::string, std::function<void(int)> progress, std::stop_token,
                std::move_only_function<void(Result<std::string>)> done) override {
    progress(100);
    done(file);
  }
};

class FirmwareTest : public MachineTest {
 protected:
  FirmwareTest() {
    model.firmware = old_version;
    model.oauth2_firmware = "07.60.GW10P4";
    firmware = &maker;
    restart();
  }
  Result<std::int64_t> bring(const std::string& content) {
    return ask(command::UpdateFirmwareFrom{content}, Origin::web);
  }
  static std::string file_of(std::string model, std::string_view version) {
    return write_firmware_file({std::move(model), std::string(version), "body"});
  }
  void pass_until_on() {
    for (int i = 0; i < 60; ++i) pass(1s);
    EXPECT_EQ(state().power, PowerState::on);
    EXPECT_EQ(state().firmware.phase, FirmwarePhase::idle);
  }
  FakeMaker maker;
};

TEST_F(FirmwareTest, older_than_oauth2_knows_no_oauth2_until_it_is_updated) {
  EXPECT_EQ(press_ok(std::nullopt).error().detail, "method");
  EXPECT_FALSE(ask(command::BeginSignIn{EmailService::exchange_online}, Origin::web));
  ASSERT_TRUE(bring(file_of("large", new_version)));
  pass_until_on();
  EXPECT_EQ(state().product.firmware, new_version);
  EXPECT_TRUE(press_ok(std::nullopt));
  restart();
  EXPECT_EQ(state().product.firmware, new_version);
}

TEST_F(FirmwareTest, comes_from_the_maker_with_progress_and_a_restart) {
  ASSERT_TRUE(ask(command::LookForFirmware{}));
  until([](const State& now) { return now.firmware.newest == new_version; });
  ASSERT_TRUE(ask(command::UpdateFirmware{}));
  until([](const State& now) { return now.firmware.phase == FirmwarePhase::verifying; });
  pass(2s);
  for (int i = 0; i < 5; ++i) pass(1s);
  EXPECT_EQ(state().firmware.phase, FirmwarePhase::writing);
  EXPECT_GT(state().firmware.percent, 0);
  EXPECT_EQ(ask(command::PowerOff{}).error().kind, FailureKind::busy);
  EXPECT_EQ(ask(command::UpdateFirmware{}).error().kind, FailureKind::busy);
  EXPECT_EQ(ask(command::PrintStatusSheet{}).error().kind, FailureKind::busy);
  for (int i = 0; i < 17; ++i) pass(1s);
  EXPECT_EQ(state().power, PowerState::restarting);
  EXPECT_EQ(ask(command::PowerOn{}).error().kind, FailureKind::not_allowed);
  pass_until_on();
  EXPECT_EQ(state().product.firmware, new_version);
}

TEST_F(FirmwareTest, a_power_cut_in_the_middle_leaves_the_old_one) {
  ASSERT_TRUE(bring(file_of("large", new_version)));
  for (int i = 0; i < 10; ++i) pass(1s);
  EXPECT_EQ(state().firmware.phase, FirmwarePhase::writing);
  power_cut();
  EXPECT_EQ(state().product.firmware, old_version);
  EXPECT_EQ(state().firmware.phase, FirmwarePhase::idle);
  ASSERT_TRUE(bring(file_of("large", new_version)));
  pass_until_on();
  EXPECT_EQ(state().product.firmware, new_version);
}

TEST_F(FirmwareTest, what_is_wrong_with_a_file_has_a_name) {
  EXPECT_EQ(bring("GIF89a").error().kind, FailureKind::firmware_file);
  EXPECT_EQ(bring(file_of("compact", new_version)).error().kind, FailureKind::firmware_other_model);
  EXPECT_EQ(bring(file_of("large", old_version)).error().kind, FailureKind::firmware_not_newer);
  EXPECT_EQ(state().firmware.phase, FirmwarePhase::idle);
}

TEST_F(FirmwareTest, a_maker_out_of_reach_is_told_and_leaves_all_as_it_was) {
  on_loop([&] { maker.offer = fail(FailureKind::dns); });
  ASSERT_TRUE(ask(command::LookForFirmware{}));
  until([](const State& now) { return now.firmware.failure.has_value(); });
  EXPECT_EQ(state().firmware.failure->kind, FailureKind::dns);
  on_loop([&] {
    maker.offer = std::string(new_version);
    maker.file = std::string("damaged");
  });
  ASSERT_TRUE(ask(command::UpdateFirmware{}));
  until([](const State& now) {
    return now.firmware.failure && now.firmware.failure->kind == FailureKind::firmware_file;
  });
  EXPECT_EQ(state().product.firmware, old_version);
}

class FirmwareByItself : public FirmwareTest {
 protected:
  void set(const std::string& id, const std::string& value) { ASSERT_TRUE(ask(command::SetSetting{id, value})); }
};

TEST_F(FirmwareByItself, nobody_asks_the_maker_unless_it_is_wanted) {
  pass(48h);
  EXPECT_EQ(state().firmware.newest, "");
}

TEST_F(FirmwareByItself, is_told_once_on_the_panel_at_the_hour_that_is_set) {
  set("firmware-update-hour", "12");
  set("firmware-notification", "on");
  pass(2h);  // 11:30
  EXPECT_EQ(state().firmware.newest, "");
  pass(1h);
  ASSERT_EQ(state().notices.size(), 1U);
  EXPECT_EQ(state().notices[0].message_key, "firmware.available");
  EXPECT_FALSE(state().notices[0].kind) << "nothing is wrong";
  pass(24h);
  EXPECT_EQ(state().notices.size(), 1U) << "nobody has closed it";
  ASSERT_TRUE(ask(command::DismissNotice{state().notices[0].id}));
  pass(24h);
  EXPECT_EQ(state().notices.size(), 1U) << "a day later it is still not updated";
  EXPECT_EQ(state().product.firmware, old_version);
}

TEST_F(FirmwareByItself, is_updated_at_the_hour_that_is_set_as_the_machine_has_it) {
  set("time-difference", "120");  // 11:30 at the machine
  set("firmware-update-hour", "12");
  set("firmware-automatic-update", "on");
  pass(29min);
  EXPECT_EQ(state().firmware.phase, FirmwarePhase::idle);
  pass(1min);
  EXPECT_EQ(state().firmware.phase, FirmwarePhase::verifying);
  pass_until_on();
  EXPECT_EQ(state().product.firmware, new_version);
  restart();
  EXPECT_EQ(state().product.firmware, new_version);
  pass(48h);
  EXPECT_TRUE(state().notices.empty());
}

TEST_F(FirmwareByItself, waits_for_the_next_day_without_power) {
  set("firmware-update-hour", "10");
  set("firmware-automatic-update", "on");
  ASSERT_TRUE(ask(command::PowerOff{}));
  pass(24h);
  EXPECT_EQ(state().firmware.newest, "");
  ASSERT_TRUE(ask(command::PowerOn{}));
  pass(24h);
  pass_until_on();
  EXPECT_EQ(state().product.firmware, new_version);
}

TEST_F(FirmwareTest, nothing_is_updated_while_there_is_a_job) {
  originals.lay(OriginalPlace::glass, 1);
  ASSERT_TRUE(ask(command::PrintStatusSheet{}));
  EXPECT_EQ(bring(file_of("large", new_version)).error().kind, FailureKind::busy);
}

}  // namespace paneltwin::device
