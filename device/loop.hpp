// The machine's one strand: everything in device/ and net/ that changes state runs here, one piece at a time.
// Heavy work (scrypt, image encoding) goes to one worker beside it and comes back.
#pragma once

#include <functional>
#include <memory>
#include <utility>

namespace boost::asio {
class io_context;
}

namespace paneltwin::device {

class Loop {
 public:
  using Task = std::move_only_function<void()>;

  Loop();
  ~Loop();  // stops and joins
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  /// Starts the loop's thread. Call once.
  void start();
  /// Ends the loop's thread after the piece it is at, drops what waits, and joins. Any thread but the loop's own.
  void stop();

  /// Queues `task` on the loop. Any thread.
  void post(Task task);
  /// Runs `heavy` on the worker, then `then` on the loop. Any thread.
  void work(Task heavy, Task then);
  /// Runs `task` on the loop and waits for it; runs it at once when called on the loop or before start(). What the
  /// loop's tasks had posted by the time of the call is done before.
  void sync(const std::function<void()>& task);
  /// True on the loop's thread.
  [[nodiscard]] bool is_here() const;

  /// For sockets and timers of net/.
  boost::asio::io_context& io();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Runs `heavy` on the worker and hands its value to `then` on the loop, unless `owner` is gone by then. Any thread.
template <class Heavy, class Then>
void work_for(Loop& loop, std::weak_ptr<int> owner, Heavy heavy, Then then) {
  auto value = std::make_shared<decltype(heavy())>();
  loop.work([value, heavy = std::move(heavy)]() mutable { *value = heavy(); },
            [value, then = std::move(then), owner = std::move(owner)]() mutable {
              if (!owner.expired()) then(std::move(*value));
            });
}

}  // namespace paneltwin::device
