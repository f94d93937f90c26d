// The tones of each event and pattern, from assets/sounds.yaml.
#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "device/assets.hpp"
#include "panel/sound/tone.hpp"

namespace paneltwin::panel {

/// By event and pattern; each event has both patterns.
using Tones = std::map<std::pair<std::string, int>, Tone, std::less<>>;

std::expected<Tones, device::FileError> load_tones(const device::Assets& assets);

}  // namespace paneltwin::panel
