// What somebody wants to be called at when something changed, whichever thread changes it.
#pragma once

#include <functional>
#include <mutex>

namespace paneltwin::panel {

/// Any thread. The call itself holds no lock: it may set another.
class Callback {
 public:
  void set(std::function<void()> call) {
    const std::lock_guard lock(mutex_);
    call_ = std::move(call);
  }
  void operator()() const {
    std::function<void()> call;
    {
      const std::lock_guard lock(mutex_);
      call = call_;
    }
    if (call) call();
  }

 private:
  mutable std::mutex mutex_;
  std::function<void()> call_;
};

}  // namespace paneltwin::panel
