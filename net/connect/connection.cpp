#include "net/connect/connection.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include "net/connect/trust.hpp"
#include "net/trace/wire_trace.hpp"

namespace paneltwin::net {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using device::Failure;
using device::FailureKind;
using device::Result;
using Real = std::chrono::steady_clock;
using Secured = asio::ssl::stream<tcp::socket&>;

/// Waits for an operation; how it ended comes in `error`.
static auto into(error_code& error) { return asio::redirect_error(asio::use_awaitable, error); }

struct Connection::Impl : std::enable_shared_from_this<Impl> {
  Impl(const Wire& way, std::stop_token stop_request)
      : wire(way), stop(std::move(stop_request)), resolver(way.loop.io()), socket(way.loop.io()), bell(way.loop.io()) {}

  /// Ends what is under way; whoever waits is told why by `failure()`.
  void close() {
    error_code ignored;
    socket.close(ignored);
    resolver.cancel();
    bell.cancel();
  }

  /// Lets `bell` close the connection when the time is over.
  void arm(Real::time_point until) {
    bell.expires_at(until);
    bell.async_wait([weak = weak_from_this()](error_code error) {
      auto self = weak.lock();
      if (!self || error || Real::now() < self->bell.expiry()) return;
      self->late = true;
      self->close();
    });
  }

  /// A stop request may come from any thread.
  void heed_stop() {
    stopping.emplace(stop, [&loop = wire.loop, weak = weak_from_this()] {
      loop.post([weak] {
        if (auto self = weak.lock()) self->close();
      });
    });
  }

  [[nodiscard]] Failure failure(FailureKind kind, std::string what) const {
    if (stop.stop_requested()) return {FailureKind::canceled, ""};
    if (late) return {FailureKind::communication, "no answer from " + host + " in time"};
    return {kind, std::move(what)};
  }

  [[nodiscard]] Failure broken(const error_code& error) const {
    return failure(FailureKind::communication, "connection to " + host + ": " + error.message());
  }

  [[nodiscard]] Failure unconnected(const error_code& error, std::uint16_t port) const {
    return failure(FailureKind::communication,
                   "cannot connect to " + host + " port " + std::to_string(port) + ": " + error.message());
  }

  [[nodiscard]] Failure unsecured(const error_code& error) const {
    if (late || stop.stop_requested()) return broken(error);
    return why_unsecured(secured->native_handle(), error, "TLS with " + host + ": " + error.message());
  }

  /// What forbids to go on, if anything.
  [[nodiscard]] std::optional<Failure> obstacle() const {
    if (stop.stop_requested() || late) return failure(FailureKind::communication, "");
    if (wire.additional ? wire.faults.additional_network : wire.faults.network)
      return Failure{FailureKind::communication, "the network cannot be reached"};
    if (!wire.reach().fits)
      return Failure{FailureKind::communication, "the machine's address is not one of its network"};
    return std::nullopt;
  }

  /// Those of `found` that the network part, as it is set up, has a way to.
  [[nodiscard]] Result<std::vector<tcp::endpoint>> reachable(const tcp::resolver::results_type& found) const {
    const auto reach = wire.reach();
    std::vector<tcp::endpoint> ways;
    for (const auto& entry : found) {
      const auto address = entry.endpoint().address();
      if (address.is_v6() ? reach.ipv6 : reach.leads_out || reach.is_near(address.to_v4().to_uint()))
        ways.push_back(entry.endpoint());
    }
    if (ways.empty()) return device::fail(FailureKind::communication, "no gateway leads to " + host);
    return ways;
  }

  asio::awaitable<Result<tcp::resolver::results_type>> resolve(std::uint16_t port);
  asio::awaitable<error_code> connect(const std::vector<tcp::endpoint>& endpoints);

  const Wire& wire;
  std::stop_token stop;
  tcp::resolver resolver;
  tcp::socket socket;
  std::unique_ptr<asio::ssl::context> context;
  std::unique_ptr<Secured> secured;
  asio::steady_timer bell;  // rings when the time is over
  bool late = false;
  std::string host, peer;
  std::optional<std::stop_callback<std::function<void()>>> stopping;
};

Connection::Connection(const Wire& wire, std::stop_token stop) : impl_(std::make_shared<Impl>(wire, std::move(stop))) {
  impl_->heed_stop();
  give_time();
}

Connection::Connection(Connection&&) noexcept = default;

Connection::~Connection() {
  if (!impl_) return;
  impl_->stopping.reset();
  impl_->close();
}

void Connection::give_time(std::chrono::seconds at_most) {
  impl_->arm(Real::now() + std::min(at_most, impl_->wire.reply_time));
}

/// The system's look-up runs in a thread that nothing can hurry: it is left behind when the time is over.
asio::awaitable<Result<tcp::resolver::results_type>> Connection::Impl::resolve(std::uint16_t port) {
  error_code error;
  if (const auto address = asio::ip::make_address(host, error); !error)
    co_return tcp::resolver::results_type::create(tcp::endpoint(address, port), host, std::to_string(port));
  if (wire.faults.dns || host.empty() || !wire.reach().finds_names)
    co_return std::unexpected(Failure{FailureKind::dns, "name not found: " + host});

  struct Found {
    explicit Found(asio::io_context& io) : here(io, Real::time_point::max()) {}
    asio::steady_timer here;  // canceled when there is an answer, or no more time for one
    std::optional<error_code> error;
    tcp::resolver::results_type endpoints;
  };
  const auto found = std::make_shared<Found>(wire.loop.io());
  resolver.async_resolve(host, std::to_string(port), tcp::resolver::numeric_service,
                         [found](const error_code& ended, tcp::resolver::results_type endpoints) {
                           found->error = ended;
                           found->endpoints = std::move(endpoints);
                           found->here.cancel();
                         });
  const Real::time_point until = bell.expiry();
  bell.async_wait([found](const error_code&) { found->here.cancel(); });
  co_await found->here.async_wait(into(error));
  if (Real::now() >= until && !found->error) late = true;
  if (!found->error) co_return std::unexpected(failure(FailureKind::dns, "name server gives no answer for " + host));
  if (*found->error)
    co_return std::unexpected(failure(FailureKind::dns, "name not found: " + host + ": " + found->error->message()));
  co_return std::move(found->endpoints);
}

/// To the first that answers; from the wire's own address, where it has one.
asio::awaitable<error_code> Connection::Impl::connect(const std::vector<tcp::endpoint>& endpoints) {
  error_code error;
  const auto from = asio::ip::make_address(wire.local_address, error);
  if (error) {
    co_await asio::async_connect(socket, endpoints, into(error));
    co_return error;
  }
  error = asio::error::address_family_not_supported;
  for (const auto& to : endpoints) {
    if (to.protocol() != tcp::endpoint(from, 0).protocol()) continue;
    error_code ignored;
    socket.close(ignored);
    socket.open(to.protocol(), error);
    if (!error) socket.bind({from, 0}, error);
    if (!error) co_await socket.async_connect(to, into(error));
    if (!error) break;
  }
  co_return error;
}

Awaited<void> Connection::open(std::string host, std::uint16_t port) {
  const auto self = impl_;
  self->host = std::move(host);
  self->peer = self->host + ":" + std::to_string(port);
  self->arm(Real::now() + self->wire.connect_time);
  if (auto obstacle = self->obstacle()) co_return std::unexpected(*obstacle);
  const auto endpoints = co_await self->resolve(port);
  if (!endpoints) co_return std::unexpected(endpoints.error());
  if (auto obstacle = self->obstacle()) co_return std::unexpected(*obstacle);
  const auto ways = self->reachable(*endpoints);
  if (!ways) co_return std::unexpected(ways.error());
  auto error = co_await self->connect(*ways);
  if (error) co_return std::unexpected(self->unconnected(error, port));
  self->socket.set_option(tcp::no_delay(true), error);
  // Megabytes in the system's buffer would count as sent although the server has seen none of them.
  self->socket.set_option(tcp::socket::send_buffer_size(64 << 10), error);
  give_time();
  co_return Result<void>();
}

Awaited<void> Connection::secure(bool validate) {
  const auto self = impl_;
  if (auto obstacle = self->obstacle()) co_return std::unexpected(*obstacle);
  auto context = make_client_context(self->wire);
  if (!context) co_return std::unexpected(context.error());
  self->context = std::move(*context);
  self->secured = std::make_unique<Secured>(self->socket, *self->context);
  const auto now = self->wire.clock.now() + self->wire.reach().clock_error;
  expect_host(self->secured->native_handle(), self->host, now, validate);
  self->arm(Real::now() + self->wire.connect_time);
  error_code error;
  co_await self->secured->async_handshake(Secured::client, into(error));
  if (error) co_return std::unexpected(self->unsecured(error));
  give_time();
  co_return Result<void>();
}

void Connection::goes_on_to(std::string host) { impl_->host = std::move(host); }

Awaited<std::string> Connection::read() {
  const auto self = impl_;
  if (auto obstacle = self->obstacle()) co_return std::unexpected(*obstacle);
  std::string bytes(16 << 10, '\0');
  const auto room = asio::buffer(bytes);
  error_code error;
  std::size_t count = 0;
  if (self->secured) {
    count = co_await self->secured->async_read_some(room, into(error));
  } else {
    count = co_await self->socket.async_read_some(room, into(error));
  }
  if (error && error != asio::error::eof) co_return std::unexpected(self->broken(error));
  bytes.resize(count);
  co_return bytes;
}

Awaited<void> Connection::write(std::string_view bytes) {
  const auto self = impl_;
  if (auto obstacle = self->obstacle()) co_return std::unexpected(*obstacle);
  error_code error;
  const auto data = asio::buffer(bytes);
  if (self->secured) {
    co_await asio::async_write(*self->secured, data, into(error));
  } else {
    co_await asio::async_write(self->socket, data, into(error));
  }
  if (error) co_return std::unexpected(self->broken(error));
  co_return Result<void>();
}

void Connection::tell(bool sent, std::string_view text) const {
  if (impl_->wire.trace) impl_->wire.trace->add(impl_->wire.clock.now(), impl_->peer, sent, text);
}

bool Connection::is_secure() const { return impl_->secured != nullptr; }

std::string Connection::local_address() const {
  error_code error;
  const auto end = impl_->socket.local_endpoint(error);
  return error ? std::string() : end.address().to_string();
}

}  // namespace paneltwin::net
