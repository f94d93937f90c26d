// The speaker on a computer whose sound card is a file, and on one that has none.
#include "panel/sound/speaker.hpp"

#include <chrono>
#include <cstdlib>
#include <thread>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "panel/sound/tone_file.hpp"
#include "tests/device/temporary_folder.hpp"

namespace paneltwin::panel {

class SpeakerTest : public testing::Test {
 protected:
  ~SpeakerTest() override { ::unsetenv("ALSA_CONFIG_PATH"); }
  /// What ALSA knows of the computer.
  void computer_has(const std::string& cards) {
    const auto file = folder.path() / "asound.conf";
    ASSERT_TRUE(device::write_file(file, cards));
    ::setenv("ALSA_CONFIG_PATH", file.c_str(), 1);
  }
  [[nodiscard]] std::string heard() const { return device::read_file(folder.path() / "heard").value_or(""); }
  /// The sound card takes its samples by and by.
  [[nodiscard]] bool hears(const std::string& samples) const {
    const auto late = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!heard().starts_with(samples) && std::chrono::steady_clock::now() < late) std::this_thread::yield();
    return heard().starts_with(samples);
  }
  static std::string bytes_of(const std::vector<std::int16_t>& samples) {
    return {reinterpret_cast<const char*>(samples.data()), samples.size() * sizeof(samples[0])};
  }
  TemporaryFolder folder;
  const device::Assets assets{{std::filesystem::path(PANELTWIN_SOURCE_DIR) / "assets"}};
};

TEST_F(SpeakerTest, what_is_played_is_what_the_tones_say_one_after_the_other) {
  computer_has(fmt::format(
      "pcm.!default {{ type file slave.pcm {{ type null }} file \"{}\" format raw }}\npcm.null {{ type null }}\n",
      (folder.path() / "heard").string()));
  const auto tones = load_tones(assets).value();
  Speaker speaker(assets);
  speaker.play({"click", 1, 5}, 0);
  const auto click = bytes_of(samples_of(tones.at({"click", 1}), 5));
  ASSERT_TRUE(hears(click));
  speaker.play({"refuse", 2, 10}, 0);
  EXPECT_TRUE(heard().size() >= click.size());
}

TEST_F(SpeakerTest, a_computer_without_a_sound_card_is_silent_and_says_nothing) {
  computer_has("# none\n");
  testing::internal::CaptureStderr();
  {
    Speaker speaker(assets);
    for (int i = 0; i < 100; ++i) speaker.play({"error", 1, 10}, 0);
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace paneltwin::panel
