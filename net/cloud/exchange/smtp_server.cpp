#include "net/cloud/exchange/smtp_server.hpp"

#include <array>
#include <set>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include "net/cloud/identity/ids.hpp"

namespace paneltwin::net::cloud {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

struct SmtpServer::Impl : std::enable_shared_from_this<Impl> {
  Impl(device::Loop& owner, const device::Clock& time, Exchange& mails, const tls::Authority& signer)
      : loop(owner), clock(time), exchange(mails), authority(signer), acceptor(owner.io()) {}

  device::Loop& loop;
  const device::Clock& clock;
  Exchange& exchange;
  const tls::Authority& authority;
  tcp::acceptor acceptor;
  std::set<tcp::socket*> sockets;
  bool closed = false;

  static asio::awaitable<void> accept(std::shared_ptr<Impl> self);
  static asio::awaitable<void> serve(std::shared_ptr<Impl> self, tcp::socket socket);
};

namespace {

constexpr auto idle_time = std::chrono::minutes(5);  // RFC 5321 4.5.3.2.7
constexpr std::size_t connection_limit = 256;

/// One client's talk on its socket, plain at first and secured on demand.
class Talk {
 public:
  Talk(SmtpServer::Impl& server, tcp::socket& socket, std::string peer)
      : server_(server),
        socket_(socket),
        peer_(std::move(peer)),
        timer_(socket.get_executor()),
        session_(server.clock, options(peer_)) {}

  asio::awaitable<void> run() {
    for (;;) {
      auto wish = session_.next();
      if (!co_await flush()) co_return;
      if (std::holds_alternative<SmtpSession::Close>(wish)) {
        co_await hang_up();
        co_return;
      }
      if (std::holds_alternative<SmtpSession::NeedBytes>(wish)) {
        if (!co_await read()) co_return;
      } else if (std::holds_alternative<SmtpSession::StartTls>(wish)) {
        if (!co_await secure()) co_return;
      } else if (auto* credentials = std::get_if<Credentials>(&wish)) {
        co_await authenticate(std::move(*credentials));
      } else if (auto* submission = std::get_if<Submission>(&wish)) {
        co_await submit(std::move(*submission));
      }
    }
  }

 private:
  static SmtpSession::Options options(const std::string& peer) {
    SmtpSession::Options options;
    options.client = peer;
    options.id = new_guid().substr(0, 8) + new_guid().substr(0, 8);
    for (char& letter : options.id) letter = letter >= 'a' ? static_cast<char>(letter - 'a' + 'A') : letter;
    return options;
  }

  /// Closes the socket when the client is silent for too long.
  void arm() {
    timer_.expires_after(idle_time);
    timer_.async_wait([this](error_code error) {
      error_code ignored;
      if (!error) socket_.close(ignored);
    });
  }

  asio::awaitable<bool> read() {
    arm();
    error_code error;
    std::size_t count = 0;
    if (secured_) {
      count =
          co_await secured_->async_read_some(asio::buffer(bytes_), asio::redirect_error(asio::use_awaitable, error));
    } else {
      count = co_await socket_.async_read_some(asio::buffer(bytes_), asio::redirect_error(asio::use_awaitable, error));
    }
    timer_.cancel();
    session_.feed({bytes_.data(), count});
    co_return !error;
  }

  asio::awaitable<bool> flush() {
    const auto output = session_.take_output();
    if (output.empty()) co_return true;
    arm();
    error_code error;
    if (secured_) {
      co_await asio::async_write(*secured_, asio::buffer(output), asio::redirect_error(asio::use_awaitable, error));
    } else {
      co_await asio::async_write(socket_, asio::buffer(output), asio::redirect_error(asio::use_awaitable, error));
    }
    timer_.cancel();
    co_return !error;
  }

  asio::awaitable<bool> secure() {
    secured_.emplace(socket_, server_.authority.server());
    arm();
    error_code error;
    co_await secured_->async_handshake(asio::ssl::stream_base::server,
                                       asio::redirect_error(asio::use_awaitable, error));
    timer_.cancel();
    session_.secured();
    co_return !error;
  }

  asio::awaitable<void> hang_up() {
    if (!secured_) co_return;
    arm();
    error_code ignored;
    co_await secured_->async_shutdown(asio::redirect_error(asio::use_awaitable, ignored));
    timer_.cancel();
  }

  asio::awaitable<void> authenticate(Credentials credentials) {
    const auto executor = co_await asio::this_coro::executor;
    auto done = [this](std::string user, std::string reply) {
      session_.authenticated(std::move(user), std::move(reply));
    };
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(
        [&](auto completion) {
          server_.exchange.authenticate(
              std::move(credentials), peer_,
              [executor, done, completion = std::move(completion)](std::string user, std::string reply) mutable {
                done(std::move(user), std::move(reply));
                asio::post(executor, std::move(completion));
              });
        },
        asio::use_awaitable);
  }

  asio::awaitable<void> submit(Submission submission) {
    const auto executor = co_await asio::this_coro::executor;
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(
        [&](auto completion) {
          server_.exchange.submit(std::move(submission),
                                  [this, executor, completion = std::move(completion)](std::string reply) mutable {
                                    session_.submitted(std::move(reply));
                                    asio::post(executor, std::move(completion));
                                  });
        },
        asio::use_awaitable);
  }

  SmtpServer::Impl& server_;
  tcp::socket& socket_;
  std::string peer_;
  asio::steady_timer timer_;
  std::optional<asio::ssl::stream<tcp::socket&>> secured_;
  SmtpSession session_;
  std::array<char, 32 << 10> bytes_{};
};

}  // namespace

asio::awaitable<void> SmtpServer::Impl::serve(std::shared_ptr<Impl> self, tcp::socket socket) {
  error_code error;
  const auto peer = socket.remote_endpoint(error);
  if (error || self->sockets.size() >= connection_limit) co_return;
  self->sockets.insert(&socket);
  const auto talk = std::make_unique<Talk>(*self, socket, peer.address().to_string());
  co_await talk->run();
  self->sockets.erase(&socket);
}

asio::awaitable<void> SmtpServer::Impl::accept(std::shared_ptr<Impl> self) {
  while (!self->closed) {
    error_code error;
    auto socket = co_await self->acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
    if (self->closed) co_return;
    if (error) {  // out of descriptors, perhaps: not in a circle without end
      asio::steady_timer pause(self->loop.io(), std::chrono::milliseconds(50));
      co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
      continue;
    }
    asio::co_spawn(self->loop.io(), serve(self, std::move(socket)), asio::detached);
  }
}

device::Result<std::unique_ptr<SmtpServer>> SmtpServer::listen(device::Loop& loop, const device::Clock& clock,
                                                               Exchange& exchange, const tls::Authority& authority,
                                                               const std::string& address, std::uint16_t port) {
  auto impl = std::make_shared<Impl>(loop, clock, exchange, authority);
  error_code error;
  const tcp::endpoint endpoint(asio::ip::make_address(address, error), port);
  if (!error) impl->acceptor.open(endpoint.protocol(), error);
  if (!error) impl->acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) impl->acceptor.bind(endpoint, error);
  if (!error) impl->acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) {
    return device::fail(device::FailureKind::communication,
                        "cannot listen on " + address + " port " + std::to_string(port) + ": " + error.message());
  }
  asio::co_spawn(loop.io(), Impl::accept(impl), asio::detached);
  return std::unique_ptr<SmtpServer>(new SmtpServer(std::move(impl)));
}

SmtpServer::SmtpServer(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

SmtpServer::~SmtpServer() {
  impl_->closed = true;
  error_code ignored;
  impl_->acceptor.close(ignored);
  for (auto* socket : impl_->sockets) socket->close(ignored);
}

std::uint16_t SmtpServer::port() const { return impl_->acceptor.local_endpoint().port(); }

}  // namespace paneltwin::net::cloud
