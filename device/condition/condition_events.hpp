// Tells whoever wants to know that something came up in Device Status, or went.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "device/failure.hpp"

namespace paneltwin::device {

struct ConditionEvent {
  FailureKind kind{};
  std::string what;    // which one of its kind: "black", "cassette-2"; empty where there is one only
  bool raised = true;  // false: it is over
  bool operator==(const ConditionEvent&) const = default;
};

/// Loop only.
class ConditionEvents {
 public:
  using Seen = std::function<void(const ConditionEvent&)>;
  /// `seen` is called until the answer is gone.
  [[nodiscard]] std::shared_ptr<void> subscribe(Seen seen);
  void tell(const ConditionEvent& event);

 private:
  std::vector<std::weak_ptr<Seen>> watchers_;
};

}  // namespace paneltwin::device
