#include "panel/sound/tone.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

#include "panel/sound/sounds.hpp"

namespace paneltwin::panel {

namespace {

constexpr double top = 0.8 * std::numeric_limits<std::int16_t>::max();  // what mixes with it has room left
constexpr int edge = samples_per_second * 3 / 1000;                     // of a note that swells or dies away

/// The ear hears ratios: the power grows by the square.
double amplitude(int volume) {
  const double share = std::clamp(volume, 0, loudest) / static_cast<double>(loudest);
  return top * share * share;
}

/// 0 at either end of a note, 1 in its middle.
double envelope(int at, int length) {
  const int from_end = std::min(at, length - 1 - at), rise = std::min(edge, length / 2);
  if (from_end >= rise) return 1;
  return 0.5 - 0.5 * std::cos(std::numbers::pi * from_end / rise);
}

}  // namespace

std::vector<std::int16_t> samples_of(const Tone& tone, int volume) {
  std::vector<std::int16_t> samples;
  const double loud = amplitude(volume);
  for (const auto& note : tone) {
    const int length = samples_per_second * note.milliseconds / 1000;
    const double step = 2 * std::numbers::pi * note.hertz / samples_per_second;
    for (int at = 0; at < length; ++at) {
      samples.push_back(static_cast<std::int16_t>(std::lround(loud * envelope(at, length) * std::sin(step * at))));
    }
  }
  return samples;
}

}  // namespace paneltwin::panel
