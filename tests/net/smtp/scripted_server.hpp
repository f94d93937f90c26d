// A mail server that says what a test has written down, and keeps what it was told.
#pragma once

#include <string>
#include <thread>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

namespace paneltwin::net::smtp {

/// One step: the line that must begin with `hears` (empty: none is waited for; "." ends a message), then `says`, raw.
/// A step that says nothing and hears nothing hangs up.
struct Step {
  std::string hears, says;
};

class ScriptedServer {
 public:
  explicit ScriptedServer(std::vector<Step> script)
      : script_(std::move(script)),
        acceptor_(io_, {boost::asio::ip::make_address("127.0.0.1"), 0}),
        thread_([this] { play(); }) {}
  ~ScriptedServer() {
    boost::system::error_code ignored;
    boost::asio::ip::tcp::socket knock(io_);
    knock.connect(acceptor_.local_endpoint(), ignored);  // in case nobody came
    knock.close(ignored);
    thread_.join();
  }

  [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
  /// After the client has gone.
  std::string heard() {
    if (thread_.joinable()) thread_.join();
    thread_ = std::thread([] {});
    return heard_;
  }

 private:
  void play() {
    boost::system::error_code error;
    boost::asio::ip::tcp::socket client(io_);
    acceptor_.accept(client, error);
    std::string buffer;
    for (const auto& step : script_) {
      if (step.hears.empty() && step.says.empty()) return;
      for (bool waits = !step.hears.empty(); waits;) {
        const auto size = boost::asio::read_until(client, boost::asio::dynamic_buffer(buffer), "\r\n", error);
        if (error) return;
        const auto line = buffer.substr(0, size);
        buffer.erase(0, size);
        heard_ += line;
        waits = step.hears == "." ? line != ".\r\n" : false;
        if (step.hears != "." && !line.starts_with(step.hears)) heard_ += "[expected " + step.hears + "]";
      }
      boost::asio::write(client, boost::asio::buffer(step.says), error);
      if (error) return;
    }
    for (;;) {  // what comes after the script
      char rest[256];
      const auto size = client.read_some(boost::asio::buffer(rest), error);
      if (error) return;
      heard_.append(rest, size);
    }
  }

  boost::asio::io_context io_;
  std::vector<Step> script_;
  boost::asio::ip::tcp::acceptor acceptor_;
  std::string heard_;
  std::thread thread_;
};

}  // namespace paneltwin::net::smtp
