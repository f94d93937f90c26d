#include "device/clock.hpp"

#include <future>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace paneltwin::device {

using namespace std::chrono_literals;

class ClockTest : public testing::Test {
 protected:
  ClockTest() {
    clock.stand();
    clock.set(start);
    loop.start();
  }
  void settle() {
    loop.sync([] {});
    loop.sync([] {});
  }

  const Instant start = *from_iso8601("2026-11-23T09:30:00Z");
  Loop loop;
  Clock clock{loop, start};
  std::vector<int> fired;
  Clock::Task note(int what) {
    return [this, what] { fired.push_back(what); };
  }
};

TEST_F(ClockTest, stands_until_it_is_advanced) {
  EXPECT_EQ(clock.rate(), 0);
  EXPECT_EQ(clock.now(), start);
  clock.advance(std::chrono::days(91));
  EXPECT_EQ(clock.now(), start + std::chrono::days(91));
}

TEST_F(ClockTest, a_jump_fires_every_due_timer_once_in_the_order_they_were_due) {
  clock.call_after(3h, note(3));
  clock.call_after(1h, note(1));
  clock.call_after(2h, note(2));
  clock.call_after(5h, note(5));
  clock.call_after(2h, note(22));
  clock.advance(4h);
  settle();
  EXPECT_EQ(fired, (std::vector{1, 2, 22, 3}));
  clock.advance(4h);
  settle();
  EXPECT_EQ(fired, (std::vector{1, 2, 22, 3, 5}));
}

TEST_F(ClockTest, timers_see_the_time_that_the_clock_leapt_to) {
  Instant seen;
  clock.call_after(1s, [&] { seen = clock.now(); });
  clock.advance(1h);
  settle();
  EXPECT_EQ(seen, start + 1h);
}

TEST_F(ClockTest, a_cancelled_timer_never_fires_not_even_from_a_timer_due_before_it) {
  const auto second = clock.call_after(2s, note(2));
  clock.call_after(1s, [&] { clock.cancel(second); });
  clock.cancel(987654);
  clock.advance(1min);
  settle();
  EXPECT_TRUE(fired.empty());
}

TEST_F(ClockTest, a_timer_that_sets_itself_again_cannot_hold_the_loop) {
  int rounds = 0;
  std::function<void()> again = [&] {
    if (++rounds < 50) clock.call_at(clock.now(), again);
  };
  clock.call_at(clock.now(), again);
  for (int i = 0; i < 100; ++i) settle();
  EXPECT_EQ(rounds, 50);
}

TEST_F(ClockTest, advance_may_be_called_from_many_threads) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&, i] {
      for (int j = 0; j < 100; ++j) {
        clock.call_after(500ms, note(i));
        clock.advance(10ms);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(clock.now(), start + 4s);
  clock.advance(1s);
  settle();
  EXPECT_EQ(fired.size(), 400u);
}

TEST_F(ClockTest, set_back_keeps_the_wait_of_timers) {
  clock.call_after(10s, note(1));
  clock.set(start - std::chrono::years(5));
  clock.advance(9s);
  settle();
  EXPECT_TRUE(fired.empty());
  clock.advance(1s);
  settle();
  EXPECT_EQ(fired, std::vector{1});
}

TEST_F(ClockTest, set_forward_fires_what_came_due) {
  clock.call_after(10s, note(1));
  clock.set(start + 1min);
  settle();
  EXPECT_EQ(fired, std::vector{1});
}

TEST_F(ClockTest, waits_in_real_time_while_it_runs) {
  std::promise<void> due;
  clock.run(1000);
  clock.call_after(20s, [&] { due.set_value(); });
  EXPECT_EQ(due.get_future().wait_for(30s), std::future_status::ready);
  EXPECT_GE(clock.now(), start + 20s);
}

TEST_F(ClockTest, never_leaves_the_calendar) {
  clock.advance(Duration::max());
  EXPECT_EQ(to_iso8601(clock.now()), "9999-12-31T00:00:00Z");
  clock.advance(-1h);
  clock.set(Instant(Duration(-1)));
  EXPECT_EQ(to_iso8601(clock.now()), "1970-01-01T00:00:00Z");
  clock.run(-3);
  EXPECT_EQ(clock.rate(), 0);
}

TEST(ParseDuration, reads_units_and_sums) {
  EXPECT_EQ(parse_duration("91d"), std::chrono::days(91));
  EXPECT_EQ(parse_duration("1d12h"), 36h);
  EXPECT_EQ(parse_duration("15m"), 15min);
  EXPECT_EQ(parse_duration("5s"), 5s);
  EXPECT_EQ(parse_duration("250ms"), 250ms);
  EXPECT_EQ(parse_duration("0s"), 0s);
}

TEST(ParseDuration, refuses_everything_else) {
  for (const auto* text :
       {"", "5", "-5s", "s", "5x", "5s-3s", "1.5h", "99999999999999999999d", "9223372036854775807d", " 5s"}) {
    EXPECT_FALSE(parse_duration(text)) << text;
  }
}

TEST(Iso8601, goes_both_ways_and_refuses_what_is_no_date) {
  const auto at = from_iso8601("2028-02-29T23:59:58Z");
  ASSERT_TRUE(at);
  EXPECT_EQ(to_iso8601(*at), "2028-02-29T23:59:58Z");
  EXPECT_EQ(*from_iso8601("2028-02-29T23:59:58.250Z"), *at + 250ms);
  for (const auto* text : {"", "2026-02-29T00:00:00Z", "2026-01-01", "2026-01-01T24:00:00Z", "2026-01-01T00:00:00",
                           "2026-01-01T00:00:00+01:00", "-026-01-01T00:00:00Z"}) {
    EXPECT_FALSE(from_iso8601(text)) << text;
  }
}

}  // namespace paneltwin::device
