#include "panel/sound/tone_file.hpp"

#include "device/yaml/strict_yaml.hpp"
#include "panel/sound/sounds.hpp"

namespace paneltwin::panel {

namespace strict = device::strict;

namespace {

constexpr int highest = 16'000, longest = 2'000;
constexpr std::size_t most_notes = 32;

Note note_of(const YAML::Node& node) {
  strict::allow_only(node, {"hertz", "milliseconds"});
  Note note{.milliseconds = strict::number(node["milliseconds"], 1, longest)};
  if (node["hertz"]) note.hertz = strict::number(node["hertz"], 0, highest);
  return note;
}

Tone tone_of(const YAML::Node& node) {
  if (!node.IsSequence() || node.size() == 0 || node.size() > most_notes) {
    strict::complain(node, "expected 1 to 32 notes: [{hertz: 2000, milliseconds: 20}]");
  }
  Tone tone;
  for (const auto& note : node) tone.push_back(note_of(note));
  return tone;
}

Tones tones_of(const YAML::Node& root) {
  strict::allow_only(root, {"sounds"});
  std::vector<std::string> names;
  for (const auto& event : sound_events) names.emplace_back(event.name);
  const auto sounds = root["sounds"];
  if (!sounds) strict::complain(root, "'sounds' is missing");
  strict::allow_only(sounds, names);
  Tones tones;
  for (const auto& name : names) {
    const auto event = sounds[name];
    if (!event) strict::complain(sounds, "'" + name + "' is missing");
    strict::allow_only(event, {"pattern-1", "pattern-2"});
    for (const int pattern : {1, 2}) {
      const auto key = "pattern-" + std::to_string(pattern);
      if (!event[key]) strict::complain(event, "'" + key + "' is missing");
      tones[{name, pattern}] = tone_of(event[key]);
    }
  }
  return tones;
}

}  // namespace

std::expected<Tones, device::FileError> load_tones(const device::Assets& assets) {
  const auto file = assets.find("sounds.yaml");
  if (!file) return std::unexpected(device::FileError{"sounds.yaml", 0, 0, "no such file in the assets folders"});
  return strict::read_strictly(*file, tones_of);
}

}  // namespace paneltwin::panel
