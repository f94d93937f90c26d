// Flows in the bench: recorded, opened, walked step by step, taken back, held, and played to the end.
#include "panel/automation/flow_desk.hpp"

#include <gtest/gtest.h>

#include "panel/automation/finger.hpp"
#include "panel/render/offscreen.hpp"
#include "tests/panel/automation/played_machine.hpp"

namespace paneltwin::panel {
namespace {

using Phase = FlowDesk::Phase;

struct Desk : testing::Test {
  std::unique_ptr<OffscreenContext> context = OffscreenContext::open().value();
  PlayedMachine played;
  Driver driver{*played.panel};
  std::mutex mutex;
  std::condition_variable woken;
  bool rung = false;
  FlowDesk desk{*played.machine, *played.panel, driver};

  Desk() {
    const auto ring = [this] {
      const std::lock_guard lock(mutex);
      rung = true;
      woken.notify_one();
    };
    driver.on_wake(ring);
    desk.on_change(ring);
  }

  /// Does the panel's part of it until the desk has come there.
  void until(Phase phase, std::optional<std::size_t> next = {}) {
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::minutes(2);
    for (;;) {
      driver.pump();
      const auto now = desk.progress();
      if (now.phase == phase && (!next || now.next == *next)) return;
      ASSERT_LT(std::chrono::steady_clock::now(), give_up) << static_cast<int>(now.phase) << " " << now.next << now.why;
      std::unique_lock lock(mutex);
      woken.wait_for(lock, std::chrono::milliseconds(20), [this] { return std::exchange(rung, false); });
    }
  }
  [[nodiscard]] std::string screen() const { return played.panel->screen(); }
};

TEST_F(Desk, a_flow_is_walked_taken_back_held_and_played) {
  const auto file = played.scratch.path() / "walk.yaml";
  ASSERT_TRUE(device::write_file(file,
                                 "flow: Walk\nsteps:\n  - tap: settings\n  - tap: general-settings\n"
                                 "  - key: Home\n  - expect: {id: scan}\n"));
  ASSERT_TRUE(desk.open(file));
  EXPECT_EQ(desk.progress().phase, Phase::ready);
  EXPECT_EQ(desk.progress().steps.size(), 4U);
  desk.step();
  until(Phase::paused, 1);
  EXPECT_EQ(screen(), "settings");
  desk.step();
  until(Phase::paused, 2);
  EXPECT_EQ(screen(), "general-settings");
  desk.back();
  until(Phase::paused, 1);
  EXPECT_EQ(screen(), "settings");
  desk.play();
  until(Phase::playing);
  desk.pause();
  until(Phase::paused);
  desk.play();
  until(Phase::passed, 4);
  EXPECT_EQ(screen(), "home");
}

TEST_F(Desk, what_was_recorded_opens_at_once_and_plays) {
  desk.record();
  ASSERT_TRUE(tap(*played.panel, "settings"));
  played.machine->did("clock: {advance: 5s}");
  desk.expect();
  desk.recorder().undo();
  const auto file = desk.save();
  ASSERT_TRUE(file) << file.error().detail;
  EXPECT_TRUE(std::filesystem::exists(*file));
  const auto steps = desk.progress().steps;
  ASSERT_FALSE(steps.empty());
  EXPECT_EQ(steps.front(), "tap: settings");
  desk.play();
  until(Phase::passed, steps.size());
}

TEST_F(Desk, a_flow_that_fails_says_why_and_a_broken_one_does_not_open) {
  const auto file = played.scratch.path() / "fails.yaml";
  ASSERT_TRUE(device::write_file(file, "flow: Fails\nsteps:\n  - tap: setings\n"));
  ASSERT_TRUE(desk.open(file));
  desk.play();
  until(Phase::failed);
  EXPECT_NE(desk.progress().why.find("near: settings"), std::string::npos) << desk.progress().why;
  ASSERT_TRUE(device::write_file(file, "flow: Fails\nsteps:\n  - tapp: settings\n"));
  const auto opened = desk.open(file);
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.error().detail.find("fails.yaml:3:5"), std::string::npos) << opened.error().detail;
}

TEST_F(Desk, a_problem_is_reported_with_the_flow_that_led_to_it) {
  desk.record();
  ASSERT_TRUE(tap(*played.panel, "settings"));
  const auto file = desk.report_problem();
  ASSERT_TRUE(file) << file.error().detail;
  const auto zip = device::read_file(*file, 64u << 20).value();
  for (const auto* name : {"flow.yaml", "glass.png", "tree.json", "state.json", "trace.json", "versions.json"}) {
    EXPECT_NE(zip.find(name), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace paneltwin::panel
