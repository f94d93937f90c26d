#include "device/loop.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

#include <gtest/gtest.h>

namespace paneltwin::device {

TEST(Loop, runs_what_is_posted_in_order_on_its_own_thread) {
  Loop loop;
  std::vector<int> order;
  for (int i = 0; i < 100; ++i) {
    loop.post([&order, &loop, i] {
      EXPECT_TRUE(loop.is_here());
      order.push_back(i);
    });
  }
  loop.start();
  loop.sync([] {});
  ASSERT_EQ(order.size(), 100u);
  EXPECT_TRUE(std::ranges::is_sorted(order));
  EXPECT_FALSE(loop.is_here());
}

TEST(Loop, runs_heavy_work_beside_the_loop_and_comes_back) {
  Loop loop;
  loop.start();
  std::promise<void> back;
  bool beside = false;
  loop.work([&] { beside = !loop.is_here(); },
            [&] {
              EXPECT_TRUE(loop.is_here());
              back.set_value();
            });
  back.get_future().wait();
  EXPECT_TRUE(beside);
}

TEST(Loop, sync_waits_and_runs_at_once_where_there_is_no_loop_or_on_it) {
  Loop loop;
  int runs = 0;
  loop.sync([&] { ++runs; });
  EXPECT_EQ(runs, 1);
  loop.start();
  loop.sync([&] { loop.sync([&] { ++runs; }); });
  EXPECT_EQ(runs, 2);
  loop.stop();
  loop.sync([&] { ++runs; });
  EXPECT_EQ(runs, 3);
}

TEST(Loop, sync_comes_after_what_a_task_posted_before_it_was_called) {
  Loop loop;
  loop.start();
  for (int round = 0; round < 200; ++round) {
    std::atomic<bool> posted = false;
    bool done = false;
    loop.post([&] {
      loop.post([&] { done = true; });
      posted = true;
      posted.notify_all();
      std::this_thread::yield();  // still in this task while the other thread calls
    });
    posted.wait(false);
    bool seen = false;
    loop.sync([&] { seen = done; });
    ASSERT_TRUE(seen) << round;
  }
}

TEST(Loop, stop_drops_what_waits) {
  auto held = std::make_shared<int>(1);
  bool ran = false;
  {
    Loop loop;
    loop.start();
    loop.sync([] {});
    loop.stop();
    loop.post([held, &ran] { ran = true; });
    loop.work([held] {}, [held] {});
  }
  EXPECT_FALSE(ran);
  EXPECT_EQ(held.use_count(), 1);
}

TEST(Loop, a_stop_frees_who_waits_in_sync) {
  Loop loop;
  std::promise<void> entered, stopping;
  loop.post([&] {
    entered.set_value();
    stopping.get_future().wait();
  });
  loop.start();
  entered.get_future().wait();
  std::thread waiter([&] { loop.sync([] {}); });
  std::thread stopper([&] { loop.stop(); });
  stopping.set_value();
  stopper.join();
  waiter.join();
}

}  // namespace paneltwin::device
