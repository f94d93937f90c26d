// Work that waits for the ports again and again, written as one function that reads top to bottom: a C++20 coroutine
// that starts at once and runs on the loop.
//
//   Flow greet(Core& core, ...) {
//     auto grant = co_await Answer<Result<DeviceGrant>>(core, [&](auto done) { identity.begin(..., std::move(done));
//     }); if (!co_await pause(core, 5s, stop)) co_return;
//   }
#pragma once

#include <coroutine>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

#include "device/core.hpp"

namespace paneltwin::device {

/// What a coroutine of the machine returns. Nobody keeps it: the callback that the coroutine waits for owns it, and
/// when that callback is dropped, or the machine is gone, the coroutine is gone too.
struct Flow {
  struct promise_type {
    Flow get_return_object() noexcept { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    [[noreturn]] void unhandled_exception() noexcept { std::terminate(); }
  };
};

/// A coroutine that waits: resumed once, or destroyed.
class Waiting {
 public:
  explicit Waiting(std::coroutine_handle<> handle) : handle_(handle) {}
  Waiting(Waiting&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Waiting& operator=(Waiting&&) = delete;
  ~Waiting() {
    if (handle_) handle_.destroy();
  }
  void resume() { std::exchange(handle_, nullptr).resume(); }

 private:
  std::coroutine_handle<> handle_;
};

/// co_await gives what `ask`'s callback is called with. The callback may come at once or later, on any thread; the
/// coroutine goes on in a later turn of the loop.
template <class T>
class Answer {
 public:
  using Done = std::move_only_function<void(T)>;

  template <class Ask>
  Answer(Core& core, Ask ask) : loop_(core.loop), alive_(core.alive()), ask_(std::move(ask)) {}

  [[nodiscard]] bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> handle) {
    ask_([this, &loop = loop_, alive = alive_, waiting = Waiting(handle)](T value) mutable {
      loop.post([this, alive, waiting = std::move(waiting), value = std::move(value)]() mutable {
        if (!alive.lock()) return;  // drops `waiting`, and with it the coroutine
        value_.emplace(std::move(value));
        waiting.resume();
      });
    });
  }
  T await_resume() { return std::move(*value_); }

 private:
  Loop& loop_;
  std::weak_ptr<void> alive_;
  std::move_only_function<void(Done)> ask_;
  std::optional<T> value_;
};

/// Waits on the clock. co_await gives true when the time has passed, false when a stop was requested before.
Answer<bool> pause(Core& core, Duration wait, std::stop_token stop);

/// co_await gives the answer of `heavy`, which runs on the worker. Name a closure that holds more than references
/// before the co_await and move it in: one written inside it GCC 12 destroys twice.
template <class Heavy>
auto on_worker(Core& core, Heavy heavy) {
  using Value = decltype(heavy());
  return Answer<Value>(core, [&core, heavy = std::move(heavy)](typename Answer<Value>::Done done) mutable {
    core.work(std::move(heavy), std::move(done));
  });
}

}  // namespace paneltwin::device
