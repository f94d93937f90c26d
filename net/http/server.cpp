#include "net/http/server.hpp"

#include <set>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <spdlog/spdlog.h>

#include "net/http/gate.hpp"
#include "net/listener.hpp"
#include "net/tls/authority.hpp"

namespace paneltwin::net::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

struct Server::Impl {
  Impl(ServerOptions chosen, Handler handle) : options(std::move(chosen)), handler(std::move(handle)) {}

  ServerOptions options;
  Handler handler;
  std::unique_ptr<Listener> listener;
  std::set<beast::tcp_stream*> connections;

  static asio::awaitable<void> serve(std::shared_ptr<Impl> self, tcp::socket socket);
};

namespace {

/// A Respond that answers 500 when nobody called it.
class Answer {
 public:
  explicit Answer(std::move_only_function<void(Response)> complete) : complete_(std::move(complete)) {}
  Answer(Answer&& other) noexcept : complete_(std::exchange(other.complete_, nullptr)) {}
  Answer& operator=(Answer&&) = delete;
  ~Answer() { (*this)(Response::text("Internal error\n", 500)); }
  void operator()(Response response) {
    if (auto complete = std::exchange(complete_, nullptr)) complete(std::move(response));
  }

 private:
  std::move_only_function<void(Response)> complete_;
};

/// Hands the request on and waits for the answer, whenever it comes.
asio::awaitable<Response> ask(const Handler& handler, const Request& request) {
  const auto executor = co_await asio::this_coro::executor;
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(Response)>(
      [&](auto completion) {
        handler(request, Answer([executor, done = std::move(completion)](Response response) mutable {
                  asio::post(executor, [done = std::move(done), response = std::move(response)]() mutable {
                    std::move(done)(std::move(response));
                  });
                }));
      },
      asio::use_awaitable);
}

/// What a body that could not be read is answered with; status 0: the connection is closed already, by the client or
/// because its time was over. (A plain function: GCC 12
/// destroys temporaries of braces inside coroutines twice.)
Refusal refusal_of(const beast::error_code& error) {
  if (error == beast::http::error::body_limit) return {413, "body too large"};
  const bool malformed = error.category() == beast::http::make_error_code(beast::http::error::bad_value).category();
  return {malformed ? 400 : 0, error.message()};
}

template <class Stream>
class Session {
 public:
  Session(Server::Impl& server, Stream& stream, std::string peer)
      : server_(server), stream_(stream), peer_(std::move(peer)) {}

  /// Requests one after another until the client, a complaint or the time ends it.
  asio::awaitable<void> run() {
    for (;;) {
      const auto block = co_await read_block();
      if (!block) co_return;
      auto head = pass_gate(*block, server_.options.hosts);
      if (!head) co_return co_await refuse(head.error().status, head.error().reason);
      if (head->content_length > server_.options.body_limit) co_return co_await refuse(413, "body too large");
      auto request = make_request(*head);
      if (!request) co_return co_await refuse(400, "malformed target");
      if (auto refusal = co_await read_body(*head, *request)) {
        if (refusal->status != 0) co_await refuse(refusal->status, refusal->reason);
        co_return;
      }
      auto response = co_await ask(server_.handler, *request);
      if (!co_await write(std::move(response), request->method == "HEAD", head->keep_alive) || !head->keep_alive)
        co_return;
    }
  }

 private:
  /// The raw header block, left in the buffer for the parser; nothing when the client went away.
  asio::awaitable<std::optional<std::string>> read_block() {
    beast::get_lowest_layer(stream_).expires_after(buffer_.size() == 0 ? server_.options.idle_time
                                                                       : server_.options.read_time);
    for (bool first = buffer_.size() == 0;; first = false) {
      const std::string_view seen(static_cast<const char*>(buffer_.cdata().data()), buffer_.size());
      if (const auto end = seen.find("\r\n\r\n");
          end != std::string_view::npos && end + 4 <= server_.options.header_limit)
        co_return std::string(seen.substr(0, end + 4));
      if (seen.size() > server_.options.header_limit) {
        co_await refuse(431, "header too large");
        co_return std::nullopt;
      }
      // A bare line feed or a NUL never becomes a header: say so now, not after the time has run out.
      if (seen.find("\n\n") != std::string_view::npos || seen.find('\0') != std::string_view::npos) {
        co_await refuse(400, "malformed header");
        co_return std::nullopt;
      }
      beast::error_code error;
      const auto count =
          co_await stream_.async_read_some(buffer_.prepare(8 << 10), asio::redirect_error(asio::use_awaitable, error));
      if (error) co_return std::nullopt;
      buffer_.commit(count);
      if (first) beast::get_lowest_layer(stream_).expires_after(server_.options.read_time);
    }
  }

  std::optional<Request> make_request(Head& head) const {
    auto path = clean_path(head.target);
    const auto question = head.target.find('?');
    auto query = parse_form(question == std::string::npos ? std::string_view()
                                                          : std::string_view(head.target).substr(question + 1));
    if (!path || !query) return std::nullopt;
    return Request{.method = head.method,
                   .target = head.target,
                   .path = std::move(*path),
                   .query = std::move(*query),
                   .headers = std::move(head.headers),
                   .host = head.host,
                   .peer = peer_,
                   .secure = server_.options.authority != nullptr};
  }

  /// Nothing when the body is in `request`; a refusal of status 0 when the client went away.
  asio::awaitable<std::optional<Refusal>> read_body(const Head& head, Request& request) {
    beast::http::request_parser<beast::http::string_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(server_.options.header_limit));
    parser.body_limit(server_.options.body_limit);
    beast::error_code error;
    co_await beast::http::async_read_header(stream_, buffer_, parser, asio::redirect_error(asio::use_awaitable, error));
    if (!error && head.expects_continue && !parser.is_done()) {
      const std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
      co_await asio::async_write(stream_, asio::buffer(go_on), asio::redirect_error(asio::use_awaitable, error));
    }
    if (!error && !parser.is_done())
      co_await beast::http::async_read(stream_, buffer_, parser, asio::redirect_error(asio::use_awaitable, error));
    if (error) co_return refusal_of(error);
    request.body = std::move(parser.get().body());
    co_return std::nullopt;
  }

  asio::awaitable<bool> write(Response response, bool head_only, bool keep_alive) {
    beast::http::response<beast::http::string_body> message(static_cast<beast::http::status>(response.status), 11);
    for (const auto& [name, value] : response.headers) {
      if (value.find_first_of("\r\n") == std::string::npos) message.insert(name, value);
    }
    message.set("X-Content-Type-Options", "nosniff");
    message.keep_alive(keep_alive);
    const auto length = response.body.size();
    if (!head_only) message.body() = std::move(response.body);
    if (response.status != 204 && response.status != 304) message.content_length(length);
    beast::get_lowest_layer(stream_).expires_after(server_.options.read_time);
    beast::error_code error;
    beast::http::response_serializer<beast::http::string_body> serializer(message);
    if (head_only) {
      co_await beast::http::async_write_header(stream_, serializer, asio::redirect_error(asio::use_awaitable, error));
    } else {
      co_await beast::http::async_write(stream_, serializer, asio::redirect_error(asio::use_awaitable, error));
    }
    co_return !error;
  }

  asio::awaitable<void> refuse(int status, std::string_view reason) {
    spdlog::debug("http: refused {}: {} {}", peer_, status, reason);
    auto response = Response::text(std::string(reason) + "\n", status);
    if (co_await write(std::move(response), false, false)) co_await outlast();
  }

  /// Reads away what a refused client still sends: a connection closed on it would be reset, and the answer lost.
  asio::awaitable<void> outlast() {
    beast::error_code error;
    if constexpr (std::is_same_v<Stream, beast::tcp_stream>)
      stream_.socket().shutdown(tcp::socket::shutdown_send, error);
    beast::get_lowest_layer(stream_).expires_after(server_.options.linger_time);
    while (!error) {
      buffer_.clear();
      co_await stream_.async_read_some(buffer_.prepare(64 << 10), asio::redirect_error(asio::use_awaitable, error));
    }
  }

  Server::Impl& server_;
  Stream& stream_;
  std::string peer_;
  beast::flat_buffer buffer_;
};

}  // namespace

asio::awaitable<void> Server::Impl::serve(std::shared_ptr<Impl> self, tcp::socket socket) {
  beast::error_code error;
  const auto peer = socket.remote_endpoint(error).address().to_string();
  if (error) co_return;
  socket.set_option(tcp::no_delay(true), error);
  if (!self->options.authority) {
    beast::tcp_stream stream(std::move(socket));
    self->connections.insert(&stream);
    co_await Session(*self, stream, peer).run();
    self->connections.erase(&stream);
    stream.socket().shutdown(tcp::socket::shutdown_send, error);
    co_return;
  }
  beast::ssl_stream<beast::tcp_stream> stream(std::move(socket), self->options.authority->server());
  auto& lowest = beast::get_lowest_layer(stream);
  self->connections.insert(&lowest);
  lowest.expires_after(self->options.read_time);
  co_await stream.async_handshake(asio::ssl::stream_base::server, asio::redirect_error(asio::use_awaitable, error));
  if (!error) {
    co_await Session(*self, stream, peer).run();
    lowest.expires_after(std::chrono::seconds(2));
    co_await stream.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
  }
  self->connections.erase(&lowest);
}

device::Result<std::unique_ptr<Server>> Server::listen(device::Loop& loop, ServerOptions options, Handler handler) {
  for (const auto* name : {"localhost", "127.0.0.1", "[::1]"}) options.hosts.emplace_back(name);
  options.hosts.push_back(options.address);
  auto impl = std::make_shared<Impl>(std::move(options), std::move(handler));
  auto listener = Listener::open(loop, impl->options.address, impl->options.port,
                                 [&loop, weak = std::weak_ptr(impl)](tcp::socket socket) {
                                   const auto self = weak.lock();
                                   if (!self || self->connections.size() >= self->options.connection_limit) return;
                                   asio::co_spawn(loop.io(), Impl::serve(self, std::move(socket)), asio::detached);
                                 });
  if (!listener) return std::unexpected(listener.error());
  impl->listener = std::move(*listener);
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

Server::Server(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

Server::~Server() {
  impl_->listener.reset();
  for (auto* connection : impl_->connections) connection->close();
}

std::uint16_t Server::port() const { return impl_->listener->port(); }

}  // namespace paneltwin::net::http
