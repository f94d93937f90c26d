// The machine's own date and time, which somebody may set wrong.
#include "device/date_time.hpp"

#include "tests/device/machine_fixture.hpp"

namespace paneltwin::device {

class DateTimeTest : public MachineTest {
 protected:
  void set(const std::string& id, const std::string& value) { ASSERT_TRUE(ask(command::SetSetting{id, value})); }
  std::string shown() { return date_words(state(), clock.now()) + " " + time_words(state(), clock.now()); }
};

TEST_F(DateTimeTest, it_is_shown_in_the_formats_and_the_zone_that_are_set) {
  EXPECT_EQ(shown(), "2026-11-23 09:30");
  set("time-difference", "480");
  EXPECT_EQ(shown(), "2026-11-23 17:30");
  EXPECT_EQ(time_difference_words(state()), "UTC+08:00");
  set("time-format", "12");
  set("date-format", "dmy");
  EXPECT_EQ(shown(), "23-11-2026 PM 05:30");
  set("daylight-saving", "on");
  set("date-format", "mdy");
  EXPECT_EQ(shown(), "11-23-2026 PM 06:30");
  set("time-difference", "-570");
  EXPECT_EQ(time_difference_words(state()), "UTC-08:30");
  EXPECT_EQ(shown(), "11-23-2026 AM 01:00");
}

TEST_F(DateTimeTest, what_somebody_sets_is_kept_while_the_worlds_time_goes_on) {
  set("time-difference", "60");
  ASSERT_TRUE(ask(command::SetDateTime{*from_iso8601("2031-01-02T03:04:00Z")}));
  EXPECT_EQ(shown(), "2031-01-02 03:04");
  EXPECT_EQ(clock.now(), start);
  power_cut();
  EXPECT_EQ(shown(), "2031-01-02 03:04");
  pass(std::chrono::minutes(5));
  EXPECT_EQ(shown(), "2031-01-02 03:09");
}

TEST_F(DateTimeTest, lock_setting_covers_it) {
  ASSERT_TRUE(ask(command::SetLockSetting{true}));
  EXPECT_EQ(ask(command::SetDateTime{start}).error().kind, FailureKind::not_allowed);
}

}  // namespace paneltwin::device
