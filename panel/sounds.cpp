#include "panel/sounds.hpp"

#include <string>

namespace paneltwin::panel {

static bool is_heard(const device::Settings& settings, const std::string& sound) {
  if (settings.is_on("mute")) return false;
  return settings.number(settings.is_on("quiet-mode") ? "quiet-" + sound : sound) > 0;
}

static std::int64_t newest(const device::State& state) { return state.log.empty() ? 0 : state.log.front().receipt; }

std::vector<std::string_view> sounds_between(const device::State& before, const device::State& now) {
  std::vector<std::string_view> sounds;
  const auto add = [&](bool happened, const char* setting, std::string_view sound) {
    if (happened && is_heard(now.settings, setting)) sounds.push_back(sound);
  };
  const bool ended = newest(now) > newest(before);
  const bool failed = ended && now.log.front().result == device::JobResult::failed;
  add(!before.feeder && now.feeder, "adf-document-set", "document-set");
  add(ended && !failed, "completion-notice", "completed");
  add(failed, "error-tone", "error");
  add(now.device_errors.size() > before.device_errors.size(), "warning-tone", "warning");
  return sounds;
}

}  // namespace paneltwin::panel
