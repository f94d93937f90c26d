// What the machine lets people hear: Basic Settings > Sounds.
#pragma once

#include <string_view>
#include <vector>

#include "device/state.hpp"

namespace paneltwin::panel {

/// The events that have a sound, and the settings of their volume.
struct SoundEvent {
  std::string_view name, volume;
};
inline constexpr SoundEvent sound_events[] = {
    {"click", "button-press"},          {"refuse", "button-press"}, {"document-set", "adf-document-set"},
    {"completed", "completion-notice"}, {"error", "error-tone"},    {"warning", "warning-tone"}};
inline constexpr int loudest = 10;

struct Sound {
  std::string_view event;  // a name of sound_events
  int pattern = 1;         // Sound Type: 1 or 2
  int volume = 0;          // 1 to 10
  bool operator==(const Sound&) const = default;
};

/// When it was, by the machine's clock.
struct HeardSound {
  device::Instant at;
  Sound sound;
};

/// False when it is mute, or every volume is at 0.
bool is_anything_heard(const device::Settings& settings);

/// A tap that was accepted ("click") or refused ("refuse"), as the settings let it be heard: nothing at volume 0.
std::vector<Sound> sound_of_tap(const device::State& state, bool accepted);
/// What happened from one snapshot to the next, as far as it is to be heard.
std::vector<Sound> sounds_between(const device::State& before, const device::State& now);

}  // namespace paneltwin::panel
