#include "device/loop.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

namespace paneltwin::device {

namespace asio = boost::asio;

struct Loop::Impl {
  asio::io_context io{1};
  asio::executor_work_guard<asio::io_context::executor_type> guard{io.get_executor()};
  asio::thread_pool worker{1};
  std::thread thread;
  std::atomic<std::thread::id> loop_thread;

  std::mutex mutex;  // for sync(): a waiter must also see the end of the loop
  std::condition_variable changed;
  bool running = false;
};

Loop::Loop() : impl_(std::make_unique<Impl>()) {}

Loop::~Loop() { stop(); }

void Loop::start() {
  std::lock_guard lock(impl_->mutex);
  impl_->running = true;
  impl_->thread = std::thread([impl = impl_.get()] {
    impl->loop_thread = std::this_thread::get_id();
    impl->io.run();
    impl->loop_thread = std::thread::id();
  });
}

void Loop::stop() {
  impl_->io.stop();
  if (impl_->thread.joinable()) impl_->thread.join();
  impl_->worker.stop();
  impl_->worker.join();
  std::lock_guard lock(impl_->mutex);
  impl_->running = false;
  impl_->changed.notify_all();
}

void Loop::post(Task task) { asio::post(impl_->io, std::move(task)); }

void Loop::work(Task heavy, Task then) {
  asio::post(impl_->worker, [this, heavy = std::move(heavy), then = std::move(then)]() mutable {
    heavy();
    heavy = nullptr;
    post(std::move(then));
  });
}

void Loop::sync(const std::function<void()>& task) {
  if (is_here()) return task();
  std::unique_lock lock(impl_->mutex);
  if (impl_->running) {
    auto done = std::make_shared<bool>(false);
    auto run = [this, &task, done] {
      task();
      std::lock_guard inner(impl_->mutex);
      *done = true;
      impl_->changed.notify_all();
    };
    // What a task posts joins the queue when that task ends, so it may come behind a post from outside that was later.
    post([this, run = std::move(run)]() mutable { post(std::move(run)); });
    impl_->changed.wait(lock, [&] { return *done || !impl_->running; });
    if (*done) return;
  }
  task();  // no loop, so nobody else is at its state
}

bool Loop::is_here() const { return impl_->loop_thread.load() == std::this_thread::get_id(); }

asio::io_context& Loop::io() { return impl_->io; }

}  // namespace paneltwin::device
