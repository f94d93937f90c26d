// A callback's answer, awaited in a server's coroutine.
#pragma once

#include <utility>

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace paneltwin::net {

/// Calls `start` with a function that takes the answer, and waits for it, whenever it comes.
template <class T, class Start>
boost::asio::awaitable<T> answer_of(Start start) {
  namespace asio = boost::asio;
  const auto executor = co_await asio::this_coro::executor;
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(T)>(
      [&](auto completion) {
        start([executor, done = std::move(completion)](T answer) mutable {
          asio::post(executor, [done = std::move(done), answer = std::move(answer)]() mutable {
            std::move(done)(std::move(answer));
          });
        });
      },
      asio::use_awaitable);
}

}  // namespace paneltwin::net
