#include "panel/scenario_ask.hpp"

#include <condition_variable>
#include <future>
#include <mutex>

namespace paneltwin::panel {

device::Result<std::int64_t> ask(device::Device& device, device::Command command, device::Origin origin) {
  std::promise<device::Result<std::int64_t>> answer;
  auto future = answer.get_future();
  device.post(
      std::move(command), [&answer](device::Result<std::int64_t> result) { answer.set_value(std::move(result)); },
      origin);
  return future.get();
}

std::optional<device::Snapshot> wait_until(device::Device& device, const std::function<bool(const device::State&)>& so,
                                           const std::function<void()>& meanwhile) {
  std::mutex mutex;
  std::condition_variable changed;
  std::optional<device::Snapshot> found;
  const auto look = [&](const device::Snapshot& state) {
    const std::lock_guard lock(mutex);
    if (!found && so(*state)) found = state;
    changed.notify_all();
  };
  const auto watching = device.subscribe(look);
  look(device.snapshot());
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(120);
  std::unique_lock lock(mutex);
  while (!changed.wait_for(lock, std::chrono::milliseconds(100), [&] { return found.has_value(); })) {
    if (std::chrono::steady_clock::now() > give_up) return std::nullopt;
    lock.unlock();
    if (meanwhile) meanwhile();
    lock.lock();
  }
  return found;
}

}  // namespace paneltwin::panel
