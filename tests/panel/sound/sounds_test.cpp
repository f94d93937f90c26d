// What the machine lets people hear: each event once, as loud and in the pattern that its mode asks for.
#include "panel/sound/sounds.hpp"

#include <gtest/gtest.h>

namespace paneltwin::panel {

static device::State audible() {
  device::State state;
  for (const auto* id : {"adf-document-set", "completion-notice", "error-tone", "warning-tone"}) {
    state.settings.values[id] = "5";
  }
  return state;
}

TEST(Sounds, each_event_is_heard_at_its_volume_and_not_when_muted) {
  const auto before = audible();
  auto now = before;
  EXPECT_TRUE(sounds_between(before, now).empty());
  now.feeder = device::OriginalInfo{"letter.pdf", 1};
  now.log = {{.receipt = 1, .result = device::JobResult::completed}};
  EXPECT_EQ(sounds_between(before, now), (std::vector<Sound>{{"document-set", 1, 5}, {"completed", 1, 5}}));
  auto later = now;
  later.log.insert(later.log.begin(), {.receipt = 2, .result = device::JobResult::failed});
  later.device_errors.push_back(device::FailureKind::output_failed);
  EXPECT_EQ(sounds_between(now, later), (std::vector<Sound>{{"error", 1, 5}, {"warning", 1, 5}}));
  later.settings.values["quiet-mode"] = "on";
  later.settings.values["quiet-error-tone"] = "1";
  EXPECT_EQ(sounds_between(now, later), (std::vector<Sound>{{"error", 1, 1}}));
  later.settings.values["mute"] = "on";
  EXPECT_TRUE(sounds_between(now, later).empty());
}

TEST(Sounds, each_mode_has_its_own_pattern) {
  const auto before = audible();
  auto now = before;
  now.settings.values["sound-type"] = "pattern-2";
  now.feeder = device::OriginalInfo{"letter.pdf", 1};
  EXPECT_EQ(sounds_between(before, now), (std::vector<Sound>{{"document-set", 2, 5}}));
  EXPECT_EQ(sound_of_tap(now, true), (std::vector<Sound>{{"click", 2, now.basic.button_press_volume}}));
  now.settings.values["quiet-mode"] = "on";
  now.settings.values["quiet-adf-document-set"] = "3";
  EXPECT_EQ(sounds_between(before, now), (std::vector<Sound>{{"document-set", 1, 3}}));
}

TEST(Sounds, jobs_that_end_between_two_looks_are_all_heard_whatever_their_numbers) {
  auto before = audible();
  before.log = {{.receipt = 7, .result = device::JobResult::completed}};
  auto now = before;
  now.log.insert(now.log.begin(), {.receipt = 5, .result = device::JobResult::failed});
  now.log.insert(now.log.begin(), {.receipt = 6, .result = device::JobResult::completed});
  EXPECT_EQ(sounds_between(before, now), (std::vector<Sound>{{"completed", 1, 5}, {"error", 1, 5}}));
  auto canceled = now;
  canceled.log.insert(canceled.log.begin(), {.receipt = 8, .result = device::JobResult::canceled});
  EXPECT_TRUE(sounds_between(now, canceled).empty());
}

}  // namespace paneltwin::panel
