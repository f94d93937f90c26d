// Tones without ears: as long as their notes, as loud as the volume says, and never clipped.
#include "panel/sound/tone.hpp"

#include <algorithm>
#include <cstdlib>
#include <span>

#include <gtest/gtest.h>

#include "panel/sound/sounds.hpp"
#include "panel/sound/tone_file.hpp"

namespace paneltwin::panel {

static int peak(const std::vector<std::int16_t>& samples) {
  int most = 0;
  for (const auto sample : samples) most = std::max(most, std::abs(static_cast<int>(sample)));
  return most;
}

TEST(Tone, it_lasts_as_long_as_its_notes_and_rests_are_silent) {
  const auto samples = samples_of({{1000, 50}, {0, 30}, {2000, 20}}, 5);
  ASSERT_EQ(samples.size(), samples_per_second / 10U);
  const auto rest = std::span(samples).subspan(samples_per_second * 50 / 1000, samples_per_second * 30 / 1000);
  EXPECT_TRUE(std::ranges::all_of(rest, [](std::int16_t sample) { return sample == 0; }));
}

TEST(Tone, each_step_of_the_volume_is_louder_the_last_does_not_clip_and_none_is_silence) {
  int before = 0;
  EXPECT_EQ(peak(samples_of({{1000, 50}}, 0)), 0);
  for (int volume = 1; volume <= loudest; ++volume) {
    const int now = peak(samples_of({{1000, 50}}, volume));
    EXPECT_GT(now, before) << volume;
    before = now;
  }
  EXPECT_GT(before, 20'000);
  EXPECT_LT(before, 30'000);
  EXPECT_EQ(peak(samples_of({{1000, 50}}, 99)), before);
}

TEST(Tone, a_note_begins_and_ends_without_a_crack) {
  const auto samples = samples_of({{2000, 20}}, loudest);
  int steepest = 0;
  for (std::size_t i = 1; i < 20; ++i) steepest = std::max(steepest, std::abs(samples[i] - samples[i - 1]));
  EXPECT_LT(steepest, 2'000);
  EXPECT_EQ(samples.front(), 0);
  EXPECT_LT(std::abs(samples.back()), 100);
}

TEST(ToneFile, every_event_of_the_built_in_file_sounds_otherwise_in_each_pattern) {
  const auto tones = load_tones(device::Assets({std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"}));
  ASSERT_TRUE(tones) << tones.error().str();
  std::vector<Tone> seen;
  for (const auto& event : sound_events) {
    for (const int pattern : {1, 2}) {
      const auto& tone = tones->at({std::string(event.name), pattern});
      EXPECT_EQ(std::ranges::find(seen, tone), seen.end()) << event.name << pattern;
      EXPECT_GT(peak(samples_of(tone, 1)), 0) << event.name << pattern;
      seen.push_back(tone);
    }
  }
}

}  // namespace paneltwin::panel
