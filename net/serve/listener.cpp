#include "net/serve/listener.hpp"

#include <chrono>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <spdlog/spdlog.h>

namespace paneltwin::net {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

struct Listener::Impl {
  Impl(device::Loop& loop, Take taker) : acceptor(loop.io()), rest(loop.io()), take(std::move(taker)) {}

  error_code open(const std::string& address, std::uint16_t port) {
    error_code error;
    const tcp::endpoint endpoint(asio::ip::make_address(address, error), port);
    if (!error) acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    return error;
  }

  static asio::awaitable<void> accept(std::shared_ptr<Impl> self);

  tcp::acceptor acceptor;
  asio::steady_timer rest;
  Take take;
};

asio::awaitable<void> Listener::Impl::accept(std::shared_ptr<Impl> self) {
  while (self->acceptor.is_open()) {
    error_code error;
    auto socket = co_await self->acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
    if (error == asio::error::operation_aborted || !self->acceptor.is_open()) co_return;
    if (!error) {
      self->take(std::move(socket));
    } else if (error != asio::error::connection_aborted) {
      spdlog::warn("cannot take a connection: {}", error.message());
      self->rest.expires_after(std::chrono::milliseconds(200));
      co_await self->rest.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }
  }
}

device::Result<std::unique_ptr<Listener>> Listener::open(device::Loop& loop, const std::string& address,
                                                         std::uint16_t port, Take take) {
  auto impl = std::make_shared<Impl>(loop, std::move(take));
  if (const auto error = impl->open(address, port)) {
    return device::fail(device::FailureKind::communication,
                        "cannot listen on " + address + " port " + std::to_string(port) + ": " + error.message());
  }
  asio::co_spawn(loop.io(), Impl::accept(impl), asio::detached);
  return std::unique_ptr<Listener>(new Listener(std::move(impl)));
}

Listener::Listener(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

Listener::~Listener() {
  error_code ignored;
  impl_->acceptor.close(ignored);
  impl_->rest.cancel();
}

std::uint16_t Listener::port() const { return impl_->acceptor.local_endpoint().port(); }

}  // namespace paneltwin::net
