#include "net/cloud/exchange/smtp_server.hpp"

#include <map>
#include <set>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "device/random.hpp"
#include "net/serve/answer_of.hpp"
#include "net/serve/listener.hpp"
#include "net/serve/server_stream.hpp"

namespace paneltwin::net::cloud {

namespace asio = boost::asio;
using asio::ip::tcp;

struct SmtpServer::Impl {
  Impl(const device::Clock& the_clock, const tls::Authority& the_authority, Submissions& the_submissions,
       SmtpServerOptions chosen)
      : clock(the_clock), authority(the_authority), submissions(the_submissions), options(std::move(chosen)) {}

  const device::Clock& clock;
  const tls::Authority& authority;
  Submissions& submissions;
  SmtpServerOptions options;
  std::unique_ptr<Listener> listener;
  std::set<ServerStream*> connections;
  std::map<std::string, int, std::less<>> of_mailbox;

  static asio::awaitable<void> serve(std::shared_ptr<Impl> self, tcp::socket socket);
};

namespace {

SmtpHost host_for(const SmtpServer::Impl& server, std::string client) {
  return {.front_end = "PT1P281CA0064.outlook.office365.example",
          .mailbox = "PT1P281MB2635.PRT1P281.PROD.OUTLOOK.EXAMPLE",
          .session_id = "08DD" + device::random_text(12, "0123456789ABCDEF"),
          .client = std::move(client),
          .now = [&clock = server.clock] { return clock.now(); }};
}

class Connection {
 public:
  Connection(SmtpServer::Impl& server, std::string client)
      : server_(server), session_(host_for(server, std::move(client)), server.options.limits) {}
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() {
    const auto entry = server_.of_mailbox.find(mailbox_);
    if (entry != server_.of_mailbox.end() && --entry->second == 0) server_.of_mailbox.erase(entry);
  }

  SmtpSession& session() { return session_; }

  /// Talks until the session ends, or true when TLS is to begin.
  asio::awaitable<bool> talk(ServerStream& stream) {
    std::string buffer(16 << 10, '\0');
    for (;;) {
      while (auto ask = session_.take_ask()) {
        const bool sent = co_await send(stream);
        if (!sent) co_return false;
        if (std::holds_alternative<AskTls>(*ask)) co_return true;
        co_await see_to(std::move(*ask));
      }
      const bool sent = co_await send(stream);
      if (!sent || session_.closing()) co_return false;
      stream.give_time(server_.options.idle_time);
      const auto read = co_await stream.read(asio::buffer(buffer));
      if (read.error == asio::error::timed_out) {
        session_.close(SmtpReply::timed_out);
      } else if (read.error) {
        co_return false;
      } else {
        session_.receive(std::string_view(buffer.data(), read.count));
      }
    }
  }

 private:
  asio::awaitable<bool> send(ServerStream& stream) {
    const auto output = session_.take_output();
    if (output.empty()) co_return true;
    stream.give_time(server_.options.idle_time);
    const auto error = co_await stream.write(output);
    co_return !error;
  }

  asio::awaitable<void> see_to(Ask ask) {
    if (const auto* token = std::get_if<AskToken>(&ask)) {
      signed_in(server_.submissions.check(*token));
    } else if (auto* password = std::get_if<AskPassword>(&ask)) {
      auto answer = co_await answer_of<SignedIn>(
          [&](auto tell) { server_.submissions.check(std::move(*password), std::move(tell)); });
      signed_in(std::move(answer));
    } else if (auto* delivery = std::get_if<AskDelivery>(&ask)) {
      if (one_too_many_) {
        session_.delivered(std::unexpected(Undelivered{DeliveryRefusal::concurrent_connections, {}}));
        co_return;
      }
      auto answer = co_await answer_of<Submissions::Delivered>(
          [&](auto tell) { server_.submissions.deliver(std::move(*delivery), std::move(tell)); });
      session_.delivered(std::move(answer));
    }
  }

  void signed_in(SignedIn mailbox) {
    if (mailbox) {
      mailbox_ = *mailbox;
      one_too_many_ = ++server_.of_mailbox[mailbox_] > server_.options.connections_of_a_mailbox;
    }
    session_.signed_in(std::move(mailbox));
  }

  SmtpServer::Impl& server_;
  SmtpSession session_;
  std::string mailbox_;
  bool one_too_many_ = false;
};

}  // namespace

asio::awaitable<void> SmtpServer::Impl::serve(std::shared_ptr<Impl> self, tcp::socket socket) {
  ServerStream stream(std::move(socket));
  self->connections.insert(&stream);
  Connection connection(*self, stream.peer());
  if (self->connections.size() > self->options.connection_limit)
    connection.session().close(SmtpReply::too_many_connections);
  const bool tls_begins = co_await connection.talk(stream);
  if (tls_begins) {
    stream.give_time(self->options.idle_time);
    const auto error = co_await stream.secure(self->authority.server());
    if (!error) {
      connection.session().tls_started();
      co_await connection.talk(stream);
    }
  }
  co_await stream.end();
  self->connections.erase(&stream);
}

device::Result<std::unique_ptr<SmtpServer>> SmtpServer::listen(device::Loop& loop, const device::Clock& clock,
                                                               const tls::Authority& authority,
                                                               Submissions& submissions, SmtpServerOptions options) {
  auto impl = std::make_shared<Impl>(clock, authority, submissions, std::move(options));
  auto listener = Listener::open(loop, impl->options.address, impl->options.port,
                                 [&loop, weak = std::weak_ptr(impl)](tcp::socket socket) {
                                   if (const auto self = weak.lock())
                                     asio::co_spawn(loop.io(), Impl::serve(self, std::move(socket)), asio::detached);
                                 });
  if (!listener) return std::unexpected(listener.error());
  impl->listener = std::move(*listener);
  return std::unique_ptr<SmtpServer>(new SmtpServer(std::move(impl)));
}

SmtpServer::SmtpServer(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}

SmtpServer::~SmtpServer() {
  impl_->listener.reset();
  for (auto* connection : impl_->connections) connection->close();
}

std::uint16_t SmtpServer::port() const { return impl_->listener->port(); }

}  // namespace paneltwin::net::cloud
