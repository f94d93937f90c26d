#include "device/condition/condition_events.hpp"

namespace paneltwin::device {

std::shared_ptr<void> ConditionEvents::subscribe(Seen seen) {
  auto watcher = std::make_shared<Seen>(std::move(seen));
  watchers_.push_back(watcher);
  return watcher;
}

void ConditionEvents::tell(const ConditionEvent& event) {
  std::erase_if(watchers_, [](const auto& watcher) { return watcher.expired(); });
  const auto now = watchers_;  // a watcher may subscribe another
  for (const auto& watcher : now) {
    if (const auto seen = watcher.lock()) (*seen)(event);
  }
}

}  // namespace paneltwin::device
