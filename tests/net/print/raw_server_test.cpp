// Printing over a real socket.
#include "net/print/raw_server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <gmock/gmock.h>

#include "tests/device/machine_fixture.hpp"

namespace paneltwin::net::print {

namespace asio = boost::asio;
using asio::ip::tcp;
using device::FailureKind;
using device::Job;
using device::JobResult;

class RawServerTest : public device::MachineTest {
 protected:
  RawServerTest() { listen({}); }
  ~RawServerTest() override {
    on_loop([&] { server.reset(); });
  }
  void listen(RawServerOptions options) {
    on_loop([&] { server = std::move(RawServer::listen(loop, *device, std::move(options)).value()); });
  }
  tcp::socket connect() {
    tcp::socket socket(io);
    boost::system::error_code error;
    socket.connect({asio::ip::make_address("127.0.0.1"), server->port()}, error);
    connected = !error;
    return socket;
  }
  static void write(tcp::socket& socket, std::string_view bytes) {
    boost::system::error_code ignored;  // the server may have closed
    asio::write(socket, asio::buffer(bytes), ignored);
  }
  /// Until the server closes.
  static void wait_for_end(tcp::socket& socket) {
    boost::system::error_code error;
    char byte = 0;
    while (asio::read(socket, asio::buffer(&byte, 1), error) == 1) {
    }
  }
  void send(std::string_view bytes) {
    auto socket = connect();
    write(socket, bytes);
    socket.shutdown(tcp::socket::shutdown_send);
    wait_for_end(socket);
  }
  /// The newest job of the log.
  Job logged(std::size_t count = 1) {
    for (int i = 0; i < 200 && state().log.size() < count; ++i) pass(std::chrono::seconds(1));
    EXPECT_EQ(state().log.size(), count);
    return state().log.empty() ? Job{} : state().log.front();
  }

  asio::io_context io;
  std::unique_ptr<RawServer> server;
  bool connected = false;
};

TEST_F(RawServerTest, a_document_with_its_name_lies_in_the_tray) {
  send(
      "\x1b%-12345X@PJL JOB NAME=\"notes\"\r\n@PJL SET USERNAME=\"alex\"\r\n@PJL ENTER LANGUAGE=PDF\r\n"
      "PAGES 3\x1b%-12345X@PJL EOJ\r\n\x1b%-12345X");
  const auto job = logged();
  EXPECT_EQ(job.result, JobResult::completed);
  EXPECT_EQ(job.user, "alex");
  EXPECT_EQ(job.pages_done, 3);
  EXPECT_TRUE(tray.papers().contains("notes.pdf"));
}

TEST_F(RawServerTest, whoever_hangs_up_before_the_end_is_told_that_it_was_taken) {
  send("PAGES 1");
  const auto now = state();
  EXPECT_EQ(now.active.size() + now.log.size(), 1u) << "in the store before the connection was closed";
}

TEST_F(RawServerTest, without_a_document_nothing_is_logged) {
  send("");
  send("GET / HTTP/1.1\r\n");  // no print data, but data
  EXPECT_EQ(logged().failure->kind, FailureKind::print_data_unreadable);
}

TEST_F(RawServerTest, endless_data_ends_at_the_limit) {
  listen({.document_limit = 1u << 20});
  auto socket = connect();
  const std::string piece(64u << 10, 'x');
  boost::system::error_code error;
  int sent = 0;
  for (; sent < 10'000 && !error; ++sent) asio::write(socket, asio::buffer(piece), error);
  EXPECT_TRUE(error) << "the server closes";
  EXPECT_LT(sent, 1000);
  EXPECT_EQ(logged().failure->kind, FailureKind::print_memory_full);
}

TEST_F(RawServerTest, who_says_nothing_more_is_given_up) {
  listen({.idle_time = std::chrono::seconds(1)});
  auto socket = connect();
  write(socket, "PAGES 1");
  wait_for_end(socket);
  EXPECT_EQ(logged().result, JobResult::canceled);
}

TEST_F(RawServerTest, who_is_slow_all_the_time_too) {
  listen({.idle_time = std::chrono::seconds(60), .connection_time = std::chrono::seconds(1)});
  auto socket = connect();
  write(socket, "@PJL COMMENT\r\n");
  wait_for_end(socket);
  EXPECT_TRUE(state().log.empty());
}

TEST_F(RawServerTest, more_connections_than_there_may_be_are_closed) {
  listen({.connection_limit = 2});
  auto first = connect(), second = connect();
  write(first, "PAGES");
  write(second, "PAGES");
  auto third = connect();
  wait_for_end(third);
  write(first, " 2");
  first.shutdown(tcp::socket::shutdown_send);
  wait_for_end(first);
  EXPECT_EQ(logged().pages_done, 2);
}

TEST_F(RawServerTest, switched_off_nobody_listens_and_on_again_at_the_same_port) {
  const auto port = server->port();
  ASSERT_TRUE(ask(device::command::SetSetting{"raw-printing", "off"}, device::Origin::web));
  connect();
  EXPECT_FALSE(connected);
  ASSERT_TRUE(ask(device::command::SetSetting{"raw-printing", "on"}, device::Origin::web));
  connect();
  EXPECT_TRUE(connected);
  EXPECT_EQ(server->port(), port);
}

TEST_F(RawServerTest, without_a_network_or_power_nobody_listens) {
  ASSERT_TRUE(ask(device::command::SetLink{false}, device::Origin::world));
  connect();
  EXPECT_FALSE(connected);
  ASSERT_TRUE(ask(device::command::SetLink{true}, device::Origin::world));
  connect();
  EXPECT_TRUE(connected);
  ASSERT_TRUE(ask(device::command::PowerOff{}));
  connect();
  EXPECT_FALSE(connected);
}

}  // namespace paneltwin::net::print
