// What the machine lets people hear: each event once, and none that is muted.
#include "panel/sounds.hpp"

#include <gtest/gtest.h>

namespace paneltwin::panel {

TEST(Sounds, each_event_is_heard_at_its_volume_and_not_when_muted) {
  device::State before;
  for (const auto* id : {"adf-document-set", "completion-notice", "error-tone", "warning-tone"}) {
    before.settings.values[id] = "5";
  }
  auto now = before;
  EXPECT_TRUE(sounds_between(before, now).empty());
  now.feeder = device::OriginalInfo{"letter.pdf", 1};
  now.log = {{.receipt = 1, .result = device::JobResult::completed}};
  EXPECT_EQ(sounds_between(before, now), (std::vector<std::string_view>{"document-set", "completed"}));
  auto later = now;
  later.log.insert(later.log.begin(), {.receipt = 2, .result = device::JobResult::failed});
  later.device_errors.push_back(device::FailureKind::output_failed);
  EXPECT_EQ(sounds_between(now, later), (std::vector<std::string_view>{"error", "warning"}));
  later.settings.values["quiet-mode"] = "on";
  later.settings.values["quiet-error-tone"] = "1";
  EXPECT_EQ(sounds_between(now, later), (std::vector<std::string_view>{"error"}));
  later.settings.values["mute"] = "on";
  EXPECT_TRUE(sounds_between(now, later).empty());
}

}  // namespace paneltwin::panel
