// What can be read in two ways never reaches a handler: over real sockets, byte for byte.
#include <future>
#include <thread>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <gmock/gmock.h>

#include "net/http/server.hpp"

namespace paneltwin::net::http {
namespace {

namespace asio = boost::asio;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using namespace std::chrono_literals;

class StrictGateTest : public testing::Test {
 protected:
  StrictGateTest() { loop.start(); }
  ~StrictGateTest() override {
    loop.sync([&] { server.reset(); });
    loop.stop();
  }

  void listen(ServerOptions options = {}) {
    auto listening = Server::listen(loop, std::move(options), [this](const Request& request, Respond respond) {
      handled.push_back(request.method + " " + request.target + " " + request.body);
      respond(Response::text("handled\n"));
    });
    server = std::move(*listening);
  }

  /// Everything that the server says to `bytes` until it closes; the client keeps its own side open. What follows `cut`
  /// comes a moment later.
  std::string answer_to(std::string_view bytes, std::size_t cut = std::string_view::npos) {
    asio::io_context io;
    asio::ip::tcp::socket socket(io);
    socket.connect({asio::ip::address_v4::loopback(), server->port()});
    boost::system::error_code error;
    asio::write(socket, asio::buffer(bytes.substr(0, cut)), error);
    if (cut < bytes.size()) {
      std::this_thread::sleep_for(2ms);
      asio::write(socket, asio::buffer(bytes.substr(cut)), error);
    }
    std::string answer;
    asio::read(socket, asio::dynamic_buffer(answer), error);
    return answer;
  }

  std::vector<std::string> requests() {
    std::vector<std::string> seen;
    loop.sync([&] { seen = handled; });
    return seen;
  }

  device::Loop loop;
  std::unique_ptr<Server> server;
  std::vector<std::string> handled;  // loop only
};

struct Smuggling {
  const char* name;
  std::string bytes;
  int status = 400;
};

std::string get(const std::string& lines, const std::string& rest = "") {
  return "GET / HTTP/1.1\r\n" + lines + "\r\n" + rest;
}

std::string post(const std::string& lines, const std::string& rest) {
  return "POST / HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n" + rest;
}

const std::string hidden = "GET /hidden HTTP/1.1\r\nHost: localhost\r\n\r\n";

const std::vector<Smuggling> smugglings{
    {"no Host", get("")},
    {"two Hosts", get("Host: localhost\r\nHost: localhost\r\n")},
    {"two Hosts, one in another case", get("Host: localhost\r\nhOST: evil.example\r\n")},
    {"another's Host", get("Host: evil.example\r\n")},
    {"Host that begins with ours", get("Host: localhost.evil.example\r\n")},
    {"Host with a user", get("Host: evil.example@localhost\r\n")},
    {"Host with a path", get("Host: localhost/evil\r\n")},
    {"Host with an odd port", get("Host: localhost:80x\r\n")},
    {"two names in a Host", get("Host: localhost, evil.example\r\n")},
    {"empty Host", get("Host:\r\n")},
    {"blank before the colon", get("Host : localhost\r\n")},
    {"folded line", get("Host: localhost\r\nX-A: one\r\n two\r\n")},
    {"folded first line", get(" Host: localhost\r\n")},
    {"folded Transfer-Encoding", post("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n" + hidden)},
    {"line without a colon", get("Host: localhost\r\nodd\r\n")},
    {"line without a name", get("Host: localhost\r\n: odd\r\n")},
    {"NUL in a value", get(std::string("Host: localhost\r\nX-A: a\0b\r\n", 28))},
    {"bare CR in a value", get("Host: localhost\r\nX-A: a\rb\r\n")},
    {"bare LF ends a line", get("Host: localhost\nX-A: b\r\n")},
    {"bare LFs end the header", "GET / HTTP/1.1\nHost: localhost\n\n"},
    {"absolute form", "GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n"},
    {"authority form", "CONNECT localhost:25 HTTP/1.1\r\nHost: localhost\r\n\r\n"},
    {"asterisk form", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n"},
    {"fragment", "GET /#a HTTP/1.1\r\nHost: localhost\r\n\r\n"},
    {"two blanks", "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n"},
    {"path that leaves", "GET /../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n"},
    {"path that leaves, encoded", "GET /%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n"},
    {"NUL in a path, encoded", "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n"},
    {"half an escape", "GET /%4 HTTP/1.1\r\nHost: localhost\r\n\r\n"},
    {"no method", " / HTTP/1.1\r\nHost: localhost\r\n\r\n"},
    {"HTTP/0.9", "GET /\r\n\r\n"},
    {"HTTP/2.0", "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", 505},
    {"HTTP/1.10", "GET / HTTP/1.10\r\nHost: localhost\r\n\r\n", 505},
    {"xchunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" + hidden)},
    {"chunked twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + hidden)},
    {"gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n" + hidden)},
    {"chunked, identity", post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n" + hidden)},
    {"chunked after a vertical tab", post("Transfer-Encoding: \vchunked\r\n", "0\r\n\r\n" + hidden)},
    {"empty Transfer-Encoding", post("Transfer-Encoding:\r\n", hidden)},
    {"chunked in HTTP/1.0",
     "POST / HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden},
    {"both lengths", post("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nG")},
    {"both lengths, the other way round", post("Transfer-Encoding: chunked\r\nContent-Length: 6\r\n", "0\r\n\r\nG")},
    {"two lengths", post("Content-Length: 0\r\nContent-Length: 41\r\n", hidden)},
    {"same length twice", post("Content-Length: 2\r\nContent-Length: 2\r\n", "hi")},
    {"list of lengths", post("Content-Length: 0, 41\r\n", hidden)},
    {"negative length", post("Content-Length: -1\r\n", hidden)},
    {"length with a plus", post("Content-Length: +2\r\n", "hi")},
    {"hexadecimal length", post("Content-Length: 0x2\r\n", "hi")},
    {"length beyond all numbers", post("Content-Length: 99999999999999999999999\r\n", "hi")},
    {"empty length", post("Content-Length:\r\n", hidden)},
    {"odd chunk size", post("Transfer-Encoding: chunked\r\n", "0x2\r\nhi\r\n0\r\n\r\n" + hidden)},
    {"negative chunk size", post("Transfer-Encoding: chunked\r\n", "-1\r\nhi\r\n0\r\n\r\n" + hidden)},
    {"chunk size beyond all numbers", post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\nhi\r\n")},
    {"chunk longer than it says", post("Transfer-Encoding: chunked\r\n", "1\r\nhi\r\n0\r\n\r\n" + hidden)},
    {"odd Expect", post("Expect: miracles\r\nContent-Length: 2\r\n", "hi"), 417},
    {"h2c upgrade", get("Host: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n")},
};

TEST_F(StrictGateTest, RefusesAndClosesWhatCanBeReadInTwoWays) {
  listen({.idle_time = 20s});
  for (const auto& smuggling : smugglings) {
    const auto answer = answer_to(smuggling.bytes);  // comes back only when the server has closed
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 " + std::to_string(smuggling.status) + " ")) << smuggling.name;
    EXPECT_THAT(answer, HasSubstr("Connection: close")) << smuggling.name;
    EXPECT_THAT(answer, Not(HasSubstr("handled"))) << smuggling.name;
  }
  EXPECT_THAT(requests(), testing::IsEmpty());
}

TEST_F(StrictGateTest, AnswersPipelinedRequestsInTurnEachBehindTheGate) {
  listen();
  const auto answer = answer_to(post("Content-Length: 5\r\n", "first") + get("Host: localhost\r\n") +
                                get("Host: evil.example\r\n") + hidden);
  EXPECT_THAT(requests(), testing::ElementsAre("POST / first", "GET / "));
  EXPECT_THAT(answer, HasSubstr("HTTP/1.1 400 "));
}

TEST_F(StrictGateTest, TakesABodyForNothingElse) {
  listen();
  ASSERT_EQ(hidden.size(), 0x29U);
  const auto chunk = "29\r\n" + hidden + "\r\n0\r\n\r\n";
  answer_to(post("Transfer-Encoding: chunked\r\nConnection: close\r\n", chunk));
  answer_to(post("Connection: close\r\nContent-Length: " + std::to_string(hidden.size()) + "\r\n", hidden));
  EXPECT_THAT(requests(), testing::ElementsAre("POST / " + hidden, "POST / " + hidden));
}

TEST_F(StrictGateTest, LimitsHeaderAndBody) {
  listen({.header_limit = 1000, .body_limit = 100, .idle_time = 20s});
  EXPECT_THAT(answer_to(get("Host: localhost\r\nX-A: " + std::string(2000, 'a') + "\r\n")), HasSubstr(" 431 "));
  EXPECT_THAT(answer_to("GET /" + std::string(20'000, 'a')), HasSubstr(" 431 ")) << "without any end";
  EXPECT_THAT(answer_to(post("Content-Length: 101\r\n", "")), HasSubstr(" 413 "));
  EXPECT_THAT(answer_to(post("Transfer-Encoding: chunked\r\n", "65\r\n" + std::string(101, 'a') + "\r\n0\r\n\r\n")),
              HasSubstr(" 413 "));
  EXPECT_THAT(requests(), testing::IsEmpty());
}

TEST_F(StrictGateTest, DoesNotWaitForEverForTheRest) {
  listen({.read_time = 1s, .idle_time = 1s});
  for (const auto& unfinished :
       {std::string("GET / HTTP/1.1\r\nHost: loc"), post("Content-Length: 5\r\n", "fi"), std::string()})
    EXPECT_EQ(answer_to(unfinished), "") << "closed, when the time is over";
  EXPECT_THAT(requests(), testing::IsEmpty());
}

TEST_F(StrictGateTest, ReadsTheSameWhereverTheBytesAreCut) {
  listen();
  const std::string bytes =
      "POST /one HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\na=b&c"
      "POST /two HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\n\r\n"
      "GET /three HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  const auto whole = answer_to(bytes);
  const std::vector<std::string> expected{"POST /one a=b&c", "POST /two abc", "GET /three "};
  ASSERT_EQ(requests(), expected);
  for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
    loop.sync([&] { handled.clear(); });
    EXPECT_EQ(answer_to(bytes, cut), whole) << "cut at " << cut;
    EXPECT_EQ(requests(), expected) << "cut at " << cut;
  }
}

TEST_F(StrictGateTest, GivesABoundedTimeToTheWholeRequestHoweverItDribbles) {
  listen({.read_time = 1s, .idle_time = 60s});
  asio::io_context io;
  asio::ip::tcp::socket socket(io);
  socket.connect({asio::ip::address_v4::loopback(), server->port()});
  boost::system::error_code error;
  const auto start = std::chrono::steady_clock::now();
  // A byte whenever the server's side lets one through; it ends with the server's close, not with the bytes.
  for (std::size_t i = 0; !error && std::chrono::steady_clock::now() - start < 30s; ++i)
    asio::write(socket, asio::buffer(i == 0 ? "GET / HTTP/1.1\r\nX: " : "a", i == 0 ? 19 : 1), error);
  EXPECT_TRUE(error) << "the server would have read on";
}

}  // namespace
}  // namespace paneltwin::net::http
