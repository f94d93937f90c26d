#include "net/connect/clock_wait.hpp"

#include <memory>

#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace paneltwin::net {

namespace asio = boost::asio;

asio::awaitable<void> wait_until(device::Loop& loop, device::Clock& clock, device::Instant at, std::stop_token stop) {
  // A timer that never ends by itself is Asio's way to wait for an event: canceling it is the event.
  const auto event = std::make_shared<asio::steady_timer>(loop.io(), asio::steady_timer::time_point::max());
  const auto timer = clock.call_at(at, [event] { event->cancel(); });
  const std::stop_callback stopping(stop, [&loop, event] { loop.post([event] { event->cancel(); }); });
  boost::system::error_code ignored;
  co_await event->async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  clock.cancel(timer);
}

}  // namespace paneltwin::net
