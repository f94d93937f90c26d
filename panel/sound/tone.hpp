// A sound as notes, and what the speaker's membrane does for it.
#pragma once

#include <cstdint>
#include <vector>

namespace paneltwin::panel {

struct Note {
  double hertz = 0;  // 0: a rest
  int milliseconds = 0;
  bool operator==(const Note&) const = default;
};
using Tone = std::vector<Note>;

inline constexpr int samples_per_second = 44'100;

/// One channel of 16 bits. Each note swells and dies away within milliseconds, so that none begins with a crack.
/// `volume`: 0, which is silence, to 10, the loudest; each step is heard as about as much louder.
std::vector<std::int16_t> samples_of(const Tone& tone, int volume);

}  // namespace paneltwin::panel
