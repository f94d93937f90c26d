#include "net/http/server.hpp"

#include <array>
#include <set>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/string_body.hpp>
#include <spdlog/spdlog.h>

#include "net/http/gate.hpp"
#include "net/serve/listener.hpp"
#include "net/serve/server_stream.hpp"
#include "net/tls/authority.hpp"
#include "net/tls/server_certificate.hpp"

namespace paneltwin::net::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

struct Server::Impl {
  Impl(ServerOptions chosen, Handler handle) : options(std::move(chosen)), handler(std::move(handle)) {}

  ServerOptions options;
  Handler handler;
  std::unique_ptr<Listener> listener;
  std::set<ServerStream*> connections;
  std::optional<asio::steady_timer> restarting;

  [[nodiscard]] bool is_secure() const { return options.authority || options.certificate; }
  [[nodiscard]] asio::ssl::context& context() const {
    return options.certificate ? options.certificate->context() : options.authority->server();
  }
  static device::Result<void> open(device::Loop& loop, const std::shared_ptr<Impl>& self);
  static asio::awaitable<void> restart(device::Loop& loop, std::shared_ptr<Impl> self, std::chrono::milliseconds down);
  void close();

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
/// because its time was over. (A plain function: GCC 12 destroys temporaries of braces inside coroutines twice.)
Refusal refusal_of(const beast::error_code& error) {
  if (error == beast::http::error::body_limit) return {413, "body too large"};
  const bool malformed = error.category() == beast::http::make_error_code(beast::http::error::bad_value).category();
  return {malformed ? 400 : 0, error.message()};
}

/// The bytes of an answer before its body.
std::string head_of(const Response& response, bool keep_alive) {
  beast::http::response<beast::http::empty_body> message(static_cast<beast::http::status>(response.status), 11);
  for (const auto& [name, value] : response.headers) {
    if (value.find_first_of("\r\n") == std::string::npos) message.insert(name, value);
  }
  message.set("X-Content-Type-Options", "nosniff");
  message.keep_alive(keep_alive);
  if (response.status != 204 && response.status != 304) message.content_length(response.body.size());
  std::string head;
  beast::http::response_serializer<beast::http::empty_body> serializer(message);
  beast::error_code error;
  while (!error && !serializer.is_done()) {
    serializer.next(error, [&](beast::error_code&, const auto& buffers) {
      head += beast::buffers_to_string(buffers);
      serializer.consume(beast::buffer_bytes(buffers));
    });
  }
  return head;
}

class Session {
 public:
  Session(Server::Impl& server, ServerStream& stream) : server_(server), stream_(stream) {}

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
      const auto response = co_await ask(server_.handler, *request);
      const bool told = co_await write(response, request->method == "HEAD", head->keep_alive);
      if (!told || !head->keep_alive) co_return;
    }
  }

 private:
  /// The raw header block, left in the buffer for the parser; nothing when the client went away.
  asio::awaitable<std::optional<std::string>> read_block() {
    stream_.give_time(buffer_.size() == 0 ? server_.options.idle_time : server_.options.read_time);
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
      const auto closed = co_await read_some();
      if (closed) co_return std::nullopt;
      if (first) stream_.give_time(server_.options.read_time);
    }
  }

  asio::awaitable<beast::error_code> read_some() {
    const auto read = co_await stream_.read(buffer_.prepare(16 << 10));
    buffer_.commit(read.count);
    co_return read.error;
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
                   .peer = stream_.peer(),
                   .secure = server_.is_secure()};
  }

  /// Nothing when the body is in `request`; a refusal of status 0 when the client went away.
  asio::awaitable<std::optional<Refusal>> read_body(const Head& head, Request& request) {
    beast::http::request_parser<beast::http::string_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(server_.options.header_limit));
    parser.body_limit(server_.options.body_limit);
    parser.eager(true);
    for (bool go_on = head.expects_continue;;) {
      beast::error_code error;
      if (buffer_.size() > 0) buffer_.consume(parser.put(buffer_.data(), error));
      if (parser.is_done()) break;
      if (error && error != beast::http::error::need_more) co_return refusal_of(error);
      if (buffer_.size() > server_.options.header_limit) co_return refusal_of(beast::http::error::bad_chunk);
      if (std::exchange(go_on, false)) {
        const auto unsent = co_await stream_.write("HTTP/1.1 100 Continue\r\n\r\n");
        if (unsent) co_return refusal_of(unsent);
      }
      const auto closed = co_await read_some();
      if (closed) co_return refusal_of(closed);
    }
    request.body = std::move(parser.get().body());
    co_return std::nullopt;
  }

  asio::awaitable<bool> write(const Response& response, bool head_only, bool keep_alive) {
    const auto head = head_of(response, keep_alive);
    stream_.give_time(server_.options.read_time);
    const auto error = co_await stream_.write(head, head_only ? std::string_view() : std::string_view(response.body));
    co_return !error;
  }

  asio::awaitable<void> refuse(int status, std::string_view reason) {
    spdlog::debug("http: refused {}: {} {}", stream_.peer(), status, reason);
    const auto response = Response::text(std::string(reason) + "\n", status);
    const bool told = co_await write(response, false, false);
    if (told) co_await stream_.outlast(server_.options.linger_time);
  }

  Server::Impl& server_;
  ServerStream& stream_;
  beast::flat_buffer buffer_;
};

}  // namespace

asio::awaitable<void> Server::Impl::serve(std::shared_ptr<Impl> self, tcp::socket socket) {
  ServerStream stream(std::move(socket));
  self->connections.insert(&stream);
  stream.give_time(self->options.read_time);
  beast::error_code error;
  if (self->is_secure()) error = co_await stream.secure(self->context());
  if (!error) {
    Session session(*self, stream);
    co_await session.run();
    co_await stream.end();
  }
  self->connections.erase(&stream);
}

device::Result<std::unique_ptr<Server>> Server::listen(device::Loop& loop, ServerOptions options, Handler handler) {
  for (const auto* name : {"localhost", "127.0.0.1", "[::1]"}) options.hosts.emplace_back(name);
  options.hosts.push_back(options.address);
  auto impl = std::make_shared<Impl>(std::move(options), std::move(handler));
  impl->restarting.emplace(loop.io());
  if (auto open = Impl::open(loop, impl); !open) return std::unexpected(open.error());
  return std::unique_ptr<Server>(new Server(loop, std::move(impl)));
}

device::Result<void> Server::Impl::open(device::Loop& loop, const std::shared_ptr<Impl>& self) {
  auto opened = Listener::open(loop, self->options.address, self->options.port,
                               [&loop, weak = std::weak_ptr(self)](tcp::socket socket) {
                                 const auto server = weak.lock();
                                 if (!server || server->connections.size() >= server->options.connection_limit) return;
                                 asio::co_spawn(loop.io(), serve(server, std::move(socket)), asio::detached);
                               });
  if (!opened) return std::unexpected(opened.error());
  self->listener = std::move(*opened);
  self->options.port = self->listener->port();
  return {};
}

void Server::Impl::close() {
  listener.reset();
  for (auto* connection : connections) connection->close();
}

asio::awaitable<void> Server::Impl::restart(device::Loop& loop, std::shared_ptr<Impl> self,
                                            std::chrono::milliseconds down) {
  constexpr std::chrono::milliseconds answer_time(300);
  beast::error_code gone;
  self->listener.reset();
  for (const auto wait : std::array{answer_time, down}) {
    self->restarting->expires_after(wait);
    co_await self->restarting->async_wait(asio::redirect_error(asio::use_awaitable, gone));
    if (gone) co_return;
    if (wait == answer_time) self->close();
  }
  while (!open(loop, self)) {  // somebody else sits on the port for the moment
    self->restarting->expires_after(answer_time);
    co_await self->restarting->async_wait(asio::redirect_error(asio::use_awaitable, gone));
    if (gone) co_return;
  }
}

Server::Server(device::Loop& loop, std::shared_ptr<Impl> impl) : loop_(loop), impl_(std::move(impl)) {}

Server::~Server() {
  impl_->restarting.reset();
  impl_->close();
}

std::uint16_t Server::port() const { return impl_->options.port; }

void Server::restart(std::chrono::milliseconds down) {
  asio::co_spawn(loop_.io(), Impl::restart(loop_, impl_, down), asio::detached);
}

}  // namespace paneltwin::net::http
