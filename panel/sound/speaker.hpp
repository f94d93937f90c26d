// The loudspeaker of the machine: that of the computer (ALSA). Without one all is silent, and nobody is told.
#pragma once

#include <cstdint>
#include <memory>

#include "device/assets.hpp"
#include "panel/sound/sounds.hpp"

namespace paneltwin::panel {

class Speaker {
 public:
  /// Opens, reads and starts nothing yet. `assets` must outlive it.
  explicit Speaker(const device::Assets& assets);
  ~Speaker();  // a tone that sounds is cut short
  Speaker(const Speaker&) = delete;
  Speaker& operator=(const Speaker&) = delete;

  /// Sounds it soon, after those before; never waits. `reading` counts how often assets were saved: the tones are read
  /// again when it has changed, and stay as they were when they are broken. One thread's.
  void play(const Sound& sound, std::uint64_t reading);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel
