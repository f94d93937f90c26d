#include "net/serve/server_stream.hpp"

#include <array>
#include <optional>
#include <utility>

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/tcp_stream.hpp>

namespace paneltwin::net {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using boost::system::error_code;

struct ServerStream::Impl {
  explicit Impl(tcp::socket socket) : plain(std::move(socket)) {}

  beast::tcp_stream plain;
  std::optional<asio::ssl::stream<beast::tcp_stream&>> secured;
};

static auto into(error_code& error) { return asio::redirect_error(asio::use_awaitable, error); }

static error_code in_own_words(const error_code& error) {
  return error == beast::error::timeout ? error_code(asio::error::timed_out) : error;
}

ServerStream::ServerStream(tcp::socket socket) {
  error_code error;
  const auto client = socket.remote_endpoint(error);
  if (!error) peer_ = client.address().to_string();
  socket.set_option(tcp::no_delay(true), error);
  impl_ = std::make_unique<Impl>(std::move(socket));
}

ServerStream::~ServerStream() = default;

void ServerStream::give_time(std::chrono::seconds time) { impl_->plain.expires_after(time); }

asio::awaitable<error_code> ServerStream::secure(asio::ssl::context& context) {
  impl_->secured.emplace(impl_->plain, context);
  error_code error;
  co_await impl_->secured->async_handshake(asio::ssl::stream_base::server, into(error));
  co_return in_own_words(error);
}

asio::awaitable<ServerStream::Read> ServerStream::read(asio::mutable_buffer room) {
  Read result;
  if (impl_->secured) {
    result.count = co_await impl_->secured->async_read_some(room, into(result.error));
  } else {
    result.count = co_await impl_->plain.async_read_some(room, into(result.error));
  }
  result.error = in_own_words(result.error);
  co_return result;
}

asio::awaitable<error_code> ServerStream::write(std::string_view head, std::string_view body) {
  std::array<asio::const_buffer, 2> bytes;
  bytes[0] = asio::buffer(head);
  bytes[1] = asio::buffer(body);
  error_code error;
  if (impl_->secured) {
    co_await asio::async_write(*impl_->secured, bytes, into(error));
  } else {
    co_await asio::async_write(impl_->plain, bytes, into(error));
  }
  co_return in_own_words(error);
}

asio::awaitable<void> ServerStream::outlast(std::chrono::seconds time) {
  error_code error;
  if (!impl_->secured) impl_->plain.socket().shutdown(tcp::socket::shutdown_send, error);
  give_time(time);
  std::array<char, 16 << 10> dropped{};
  for (bool more = true; more;) {
    const auto result = co_await read(asio::buffer(dropped));
    more = !result.error;
  }
}

asio::awaitable<void> ServerStream::end() {
  error_code error;
  if (impl_->secured) {
    give_time(std::chrono::seconds(2));
    co_await impl_->secured->async_shutdown(into(error));
  }
  impl_->plain.socket().shutdown(tcp::socket::shutdown_send, error);
}

void ServerStream::close() { impl_->plain.close(); }

}  // namespace paneltwin::net
