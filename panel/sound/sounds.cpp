#include "panel/sound/sounds.hpp"

#include <algorithm>
#include <string>

namespace paneltwin::panel {

namespace {

/// Each mode has settings of its own, called alike.
std::string in_mode(const device::Settings& settings, std::string_view setting) {
  return (settings.is_on("quiet-mode") ? "quiet-" : "") + std::string(setting);
}

int pattern_of(const device::Settings& settings) {
  return settings.text(in_mode(settings, "sound-type")) == "pattern-2" ? 2 : 1;
}

int volume_of(const device::Settings& settings, std::string_view event) {
  if (settings.is_on("mute")) return 0;
  return settings.number(in_mode(settings, std::ranges::find(sound_events, event, &SoundEvent::name)->volume));
}

/// The jobs of `now` that had not ended before; the newest come first in the log.
std::vector<device::JobResult> ended_since(const device::State& before, const device::State& now) {
  const auto last = before.log.empty() ? now.log.end()
                                       : std::ranges::find(now.log, before.log.front().receipt, &device::Job::receipt);
  std::vector<device::JobResult> results;
  std::transform(now.log.begin(), last, std::back_inserter(results), [](const device::Job& job) { return job.result; });
  return results;
}

}  // namespace

bool is_anything_heard(const device::Settings& settings) {
  return std::ranges::any_of(sound_events, [&](const auto& event) { return volume_of(settings, event.name) > 0; });
}

std::vector<Sound> sound_of_tap(const device::State& state, bool accepted) {
  const int volume = state.basic.button_press_volume;
  if (volume == 0) return {};
  return {{accepted ? "click" : "refuse", pattern_of(state.settings), volume}};
}

std::vector<Sound> sounds_between(const device::State& before, const device::State& now) {
  std::vector<Sound> sounds;
  const auto add = [&](bool happened, std::string_view event) {
    if (!happened) return;
    const int volume = volume_of(now.settings, event);
    if (volume > 0) sounds.push_back({event, pattern_of(now.settings), volume});
  };
  const auto ended = ended_since(before, now);
  const auto has = [&](device::JobResult result) { return std::ranges::find(ended, result) != ended.end(); };
  add(!before.feeder && now.feeder, "document-set");
  add(has(device::JobResult::completed), "completed");
  add(has(device::JobResult::failed), "error");
  add(now.device_errors.size() > before.device_errors.size(), "warning");
  return sounds;
}

}  // namespace paneltwin::panel
