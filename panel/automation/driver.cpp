#include "panel/automation/driver.hpp"

#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace paneltwin::panel {

struct Driver::Impl {
  Panel& panel;
  const std::thread::id owner = std::this_thread::get_id();
  std::mutex mutex;
  std::function<void()> wake;
  std::vector<Work> waiting;
  bool closed = false;
};

Driver::Driver(Panel& panel) : impl_(std::make_shared<Impl>(panel)) {}

Driver::~Driver() {
  std::vector<Work> dropped;
  const std::lock_guard lock(impl_->mutex);
  impl_->closed = true;
  dropped.swap(impl_->waiting);
}

void Driver::on_wake(std::function<void()> wake) {
  const std::lock_guard lock(impl_->mutex);
  impl_->wake = std::move(wake);
}

void Driver::pump() {
  std::vector<Work> now;
  {
    const std::lock_guard lock(impl_->mutex);
    now.swap(impl_->waiting);
  }
  for (auto& work : now) work(impl_->panel);
}

void Driver::post(Work work) {
  std::function<void()> wake;
  {
    const std::lock_guard lock(impl_->mutex);
    if (impl_->closed) return;
    impl_->waiting.push_back(std::move(work));
    wake = impl_->wake;
  }
  if (wake) wake();
}

bool Driver::run(Work work) {
  if (std::this_thread::get_id() == impl_->owner) {
    work(impl_->panel);
    return true;
  }
  std::packaged_task<void(Panel&)> task([&work](Panel& panel) { work(panel); });
  auto done = task.get_future();
  post([task = std::move(task)](Panel& panel) mutable { task(panel); });
  try {
    done.get();
    return true;
  } catch (const std::future_error&) {  // dropped
    return false;
  }
}

}  // namespace paneltwin::panel
