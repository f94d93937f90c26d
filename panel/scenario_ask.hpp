// What a scenario's hands do: ask the machine and wait for it. Never on the loop's thread.
#pragma once

#include <functional>
#include <optional>

#include "device/device.hpp"

namespace paneltwin::panel {

/// Posts and waits for the reply. The operator's hands are not a user's: nothing is locked for them.
device::Result<std::int64_t> ask(device::Device& device, device::Command command,
                                 device::Origin origin = device::Origin::world);

/// The first snapshot that is so, while `meanwhile` is called again and again; nothing when that takes too long: real
/// time is bounded, because a foreign provider may never answer.
std::optional<device::Snapshot> wait_until(device::Device& device, const std::function<bool(const device::State&)>& so,
                                           const std::function<void()>& meanwhile = {});

}  // namespace paneltwin::panel
