// An OpenGL 3.3 context without a window system: EGL surfaceless on Mesa, which draws on the CPU where there is no GPU.
#pragma once

#include <memory>

#include "device/failure.hpp"

namespace paneltwin::panel {

/// Mesa draws with what the processor offers, and rounds as that does: everybody's pictures become those of a plain
/// one. Before the first context and any other thread.
void draw_as_everywhere();

class OffscreenContext {
 public:
  /// Made current on the calling thread. Failure: output_failed, `detail` says what EGL lacks.
  static device::Result<std::unique_ptr<OffscreenContext>> open();
  ~OffscreenContext();

 private:
  struct Impl;
  explicit OffscreenContext(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace paneltwin::panel
