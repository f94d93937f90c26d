// A connection that a server took: bytes in and out, under TLS once it was secured. Each wait has a limit.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace boost::asio::ssl {
class context;
}

namespace paneltwin::net {

/// On the loop only. After the given time whatever is awaited ends with asio::error::timed_out.
class ServerStream {
 public:
  struct Read {
    std::size_t count = 0;
    boost::system::error_code error;
  };

  explicit ServerStream(boost::asio::ip::tcp::socket socket);
  ~ServerStream();
  ServerStream(const ServerStream&) = delete;
  ServerStream& operator=(const ServerStream&) = delete;

  /// The client's address in digits; empty when it is gone already.
  [[nodiscard]] const std::string& peer() const { return peer_; }

  /// For everything that is awaited from now on, together.
  void give_time(std::chrono::seconds time);

  /// TLS, as its server. `context` must outlive the stream.
  boost::asio::awaitable<boost::system::error_code> secure(boost::asio::ssl::context& context);
  boost::asio::awaitable<Read> read(boost::asio::mutable_buffer room);
  boost::asio::awaitable<boost::system::error_code> write(std::string_view head, std::string_view body = {});
  /// Reads away what the client still sends, for `time`: a connection closed on it would be reset, and what was written
  /// last would be lost.
  boost::asio::awaitable<void> outlast(std::chrono::seconds time);
  boost::asio::awaitable<void> end();  // goodbye under TLS, and no more to send

  void close();  // whoever waits is told operation_aborted

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  std::string peer_;
};

}  // namespace paneltwin::net
