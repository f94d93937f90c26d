// Hands the newest snapshot to whoever asks, and every new one to whoever subscribed.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "device/state.hpp"

namespace paneltwin::device {

/// Any thread; publish() from one thread at a time.
class Snapshots {
 public:
  [[nodiscard]] Snapshot newest() const;
  void publish(const State& state);
  /// Once the answer is gone `seen` is not called any more, and is not being called either.
  std::shared_ptr<void> subscribe(std::function<void(Snapshot)> seen);

 private:
  struct Subscriber {
    std::recursive_mutex mutex;  // recursive: `seen` itself may end the subscription
    std::function<void(Snapshot)> seen;
  };

  mutable std::mutex mutex_;
  Snapshot newest_ = std::make_shared<const State>();
  std::vector<std::weak_ptr<Subscriber>> subscribers_;
};

}  // namespace paneltwin::device
