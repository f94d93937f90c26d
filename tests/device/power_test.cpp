#include "device/date_time.hpp"
#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

using namespace std::chrono_literals;

class PowerTest : public MachineTest {
 protected:
  void touch() { ASSERT_TRUE(ask(command::Touched{})); }
  [[nodiscard]] PowerState power() const { return state().power; }
};

TEST_F(PowerTest, sleeps_after_the_sleep_timer_and_a_touch_wakes_it) {
  pass(14min + 59s);
  EXPECT_EQ(power(), PowerState::on);
  pass(1s);
  EXPECT_EQ(power(), PowerState::asleep);
  touch();
  EXPECT_EQ(power(), PowerState::on);
}

TEST_F(PowerTest, a_touch_begins_the_wait_anew) {
  pass(14min);
  touch();
  pass(14min);
  EXPECT_EQ(power(), PowerState::on);
  pass(1min);
  EXPECT_EQ(power(), PowerState::asleep);
}

TEST_F(PowerTest, the_operation_time_out_comes_once_and_logs_the_administrator_out) {
  ASSERT_TRUE(ask(command::LogInAdministrator{device->label().administrator_password}));
  pass(179s);
  EXPECT_EQ(state().time_outs, 0u);
  pass(1s);
  EXPECT_EQ(state().time_outs, 1u);
  EXPECT_FALSE(state().admin.panel_logged_in);
  pass(180s);
  EXPECT_EQ(state().time_outs, 1u);
  touch();
  pass(180s);
  EXPECT_EQ(state().time_outs, 2u);
}

TEST_F(PowerTest, without_an_operation_time_out_nobody_is_sent_home) {
  ASSERT_TRUE(ask(command::SetSetting{"operation-time-out", "0"}));
  pass(14min);
  EXPECT_EQ(state().time_outs, 0u);
}

TEST_F(PowerTest, a_shorter_sleep_timer_counts_at_once) {
  pass(5min);
  ASSERT_TRUE(ask(command::SetSetting{"sleep-timer", "1"}));
  pass(0s);
  EXPECT_EQ(power(), PowerState::asleep);
}

TEST_F(PowerTest, a_document_in_the_feeder_wakes_it) {
  ASSERT_TRUE(ask(command::Sleep{}));
  originals.lay(OriginalPlace::glass, 1);
  ASSERT_TRUE(ask(command::OriginalsChanged{}, Origin::world));
  EXPECT_EQ(power(), PowerState::asleep);
  originals.lay(OriginalPlace::feeder, 2);
  ASSERT_TRUE(ask(command::OriginalsChanged{}, Origin::world));
  EXPECT_EQ(power(), PowerState::on);
  EXPECT_EQ(state().feeder, (OriginalInfo{"letter.png", 2}));
}

TEST_F(PowerTest, off_takes_nothing_but_power_and_the_world) {
  ASSERT_TRUE(ask(command::PowerOff{}));
  EXPECT_EQ(ask(command::PrintStatusSheet{}).error().kind, FailureKind::not_allowed);
  EXPECT_EQ(ask(command::CheckAdministrator{"", "x", "a"}, Origin::web).error().kind, FailureKind::not_allowed);
  EXPECT_TRUE(ask(command::SetLink{false}, Origin::world));
  EXPECT_FALSE(state().network.link);
  pass(1h);
  EXPECT_EQ(power(), PowerState::off);
  ASSERT_TRUE(ask(command::PowerOn{}));
  EXPECT_EQ(power(), PowerState::on);
  pass(15min);
  EXPECT_EQ(power(), PowerState::asleep);
}

TEST_F(PowerTest, wakes_at_the_hour_that_is_set) {
  ASSERT_TRUE(ask(command::SetSetting{"scheduled-wake", "7"}));
  ASSERT_TRUE(ask(command::Sleep{}));
  const auto to_seven = [&] {
    const auto here = local_time(state(), clock.now());
    auto seven = std::chrono::floor<std::chrono::days>(here) + 7h;
    if (seven <= here) seven += 24h;
    return std::chrono::duration_cast<Duration>(seven - here);
  }();
  pass(to_seven - 1s);
  EXPECT_EQ(power(), PowerState::asleep);
  pass(1s);
  EXPECT_EQ(power(), PowerState::on);
}

TEST_F(PowerTest, a_clock_set_back_does_not_keep_the_machine_awake_for_years) {
  clock.set(start - std::chrono::years(5));
  pass(15min);
  pass(15min);
  EXPECT_EQ(power(), PowerState::asleep);
}

TEST_F(PowerTest, it_turns_itself_off_when_nobody_touches_it_or_the_network_is_gone) {
  ASSERT_TRUE(ask(command::SetSetting{"power-off-if-inactive", "60"}));
  touch();
  pass(59min);
  EXPECT_EQ(power(), PowerState::asleep);
  pass(1min);
  EXPECT_EQ(power(), PowerState::off);
  ASSERT_TRUE(ask(command::PowerOn{}));
  ASSERT_TRUE(ask(command::SetSettings{{{"power-off-if-inactive", "0"}, {"power-off-if-disconnected", "30"}}}));
  pass(2h);
  EXPECT_EQ(power(), PowerState::asleep);
  ASSERT_TRUE(ask(command::SetLink{false}, Origin::world));
  pass(29min);
  EXPECT_NE(power(), PowerState::off);
  pass(1min);
  EXPECT_EQ(power(), PowerState::off);
}

}  // namespace paneltwin::device
