// The scripted server itself; its source is here so that it is compiled once.
#include "tests/net/scripted_server.hpp"

#include <atomic>
#include <mutex>
#include <thread>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include "net/tls/authority.hpp"

namespace paneltwin::net {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

struct Peer::Impl {
  Impl(tcp::socket accepted, const tls::Authority* who) : socket(std::move(accepted)), authority(who) {}

  /// False at the end of the connection.
  bool read_some() {
    char bytes[4096];
    error_code error;
    const auto count =
        secured ? secured->read_some(asio::buffer(bytes), error) : socket.read_some(asio::buffer(bytes), error);
    buffer.append(bytes, count);
    return !error;
  }

  tcp::socket socket;
  std::unique_ptr<asio::ssl::stream<tcp::socket&>> secured;
  const tls::Authority* authority;
  std::string buffer;
};

std::string Peer::read_until(std::string_view mark) {
  std::size_t end = 0;
  while ((end = impl_.buffer.find(mark)) == std::string::npos) {
    if (!impl_.read_some()) return {};
  }
  std::string taken = impl_.buffer.substr(0, end + mark.size());
  impl_.buffer.erase(0, taken.size());
  return taken;
}

std::string Peer::read_line() {
  std::string line = read_until("\r\n");
  if (!line.empty()) line.resize(line.size() - 2);
  return line;
}

void Peer::write(std::string_view bytes) {
  error_code ignored;
  if (impl_.secured) {
    asio::write(*impl_.secured, asio::buffer(bytes), ignored);
  } else {
    asio::write(impl_.socket, asio::buffer(bytes), ignored);
  }
}

const std::string& Peer::unread() const { return impl_.buffer; }

bool Peer::start_tls() {
  impl_.secured = std::make_unique<asio::ssl::stream<tcp::socket&>>(impl_.socket, impl_.authority->server());
  error_code error;
  impl_.secured->handshake(asio::ssl::stream_base::server, error);
  return !error;
}

void Peer::linger() {
  while (impl_.read_some()) {
  }
}

struct ScriptedServer::Impl {
  void serve() {
    for (;;) {
      error_code error;
      tcp::socket socket(io);
      acceptor.accept(socket, error);
      if (error) return;
      ++count;
      const auto peer = std::make_shared<Peer::Impl>(std::move(socket), authority);
      std::lock_guard lock(mutex);
      peers.push_back(peer);
      threads.emplace_back([this, peer] {
        Peer end(*peer);
        script(end);
        ::shutdown(peer->socket.native_handle(), SHUT_RDWR);
      });
    }
  }

  Script script;
  const tls::Authority* authority;
  asio::io_context io;
  tcp::acceptor acceptor{io, tcp::endpoint(asio::ip::address_v4::loopback(), 0)};
  std::atomic<int> count = 0;
  std::mutex mutex;
  std::vector<std::shared_ptr<Peer::Impl>> peers;
  std::vector<std::thread> threads;
  std::thread accepting;
};

ScriptedServer::ScriptedServer(Script script, const tls::Authority* authority)
    : impl_(new Impl{.script = std::move(script), .authority = authority}) {
  impl_->accepting = std::thread([impl = impl_.get()] { impl->serve(); });
}

ScriptedServer::~ScriptedServer() {
  ::shutdown(impl_->acceptor.native_handle(), SHUT_RDWR);  // wakes the blocking accept
  impl_->accepting.join();
  for (const auto& peer : impl_->peers) ::shutdown(peer->socket.native_handle(), SHUT_RDWR);
  for (auto& thread : impl_->threads) thread.join();
}

std::uint16_t ScriptedServer::port() const { return impl_->acceptor.local_endpoint().port(); }
int ScriptedServer::connections() const { return impl_->count; }

namespace {

TEST(ScriptedServerTest, EndsWithoutAnyConnection) {
  const ScriptedServer server([](Peer&) {});
  EXPECT_GT(server.port(), 0);
}

TEST(ScriptedServerTest, TalksLineByLine) {
  const ScriptedServer server([](Peer& peer) { peer.write("you said " + peer.read_line() + "\n"); });
  asio::io_context io;
  tcp::socket socket(io);
  socket.connect({asio::ip::address_v4::loopback(), server.port()});
  asio::write(socket, asio::buffer(std::string_view("hello\r\n")));
  std::string heard(64, '\0');
  error_code error;
  heard.resize(asio::read(socket, asio::buffer(heard), error));
  EXPECT_EQ(heard, "you said hello\n");
}

}  // namespace

}  // namespace paneltwin::net
