#include "device/snapshots.hpp"

namespace paneltwin::device {

Snapshot Snapshots::newest() const {
  std::lock_guard lock(mutex_);
  return newest_;
}

void Snapshots::publish(const State& state) {
  const auto snapshot = std::make_shared<const State>(state);
  std::vector<std::shared_ptr<Subscriber>> subscribers;
  {
    std::lock_guard lock(mutex_);
    newest_ = snapshot;
    std::erase_if(subscribers_, [](const auto& subscriber) { return subscriber.expired(); });
    for (const auto& subscriber : subscribers_) subscribers.push_back(subscriber.lock());
  }
  for (const auto& subscriber : subscribers) {
    if (!subscriber) continue;
    std::lock_guard lock(subscriber->mutex);
    if (const auto seen = subscriber->seen) seen(snapshot);  // a copy: it may end its own subscription
  }
}

std::shared_ptr<void> Snapshots::subscribe(std::function<void(Snapshot)> seen) {
  auto subscriber = std::make_shared<Subscriber>();
  subscriber->seen = std::move(seen);
  {
    std::lock_guard lock(mutex_);
    subscribers_.push_back(subscriber);
  }
  // What the caller holds is a key to the subscriber, so that its end can wait for a call that is under way.
  return {subscriber.get(), [subscriber](void*) {
            std::lock_guard lock(subscriber->mutex);
            subscriber->seen = nullptr;
          }};
}

}  // namespace paneltwin::device
