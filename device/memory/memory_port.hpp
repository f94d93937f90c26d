// The machine's port for memory devices, as far as it may be used (Memory Device Interface).
#pragma once

#include "device/core.hpp"

namespace paneltwin::device {

/// Nothing where the model has none, or the administrator has switched it off.
inline MemoryDevice* memory_port(const Core& core) {
  const bool on = core.state.product.has("memory-device") && core.state.settings.is_on("memory-device-interface");
  return on ? core.ports.memory_device : nullptr;
}

}  // namespace paneltwin::device
