#include "net/smtp/smtp_transport.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include "net/smtp/dialogue.hpp"
#include "net/smtp/pop_before_smtp.hpp"

namespace paneltwin::net::smtp {

namespace asio = boost::asio;
using device::FailureKind;
using device::MailMessage;
using device::MailReceipt;
using device::MailServer;
using device::Result;

namespace {

// Coroutines take what they use by value: it lives in their frame.

Awaited<void> before_smtp(Wire& wire, const MailServer& server, std::stop_token stop) {
  if (wire.faults.smtp_port) co_return device::fail(FailureKind::communication, server.host + ": connection refused");
  if (server.authentication != MailServer::Authentication::pop_before_smtp) co_return Result<void>();
  co_return co_await pop_before_smtp(Connection(wire, std::move(stop)), server);
}

Awaited<MailReceipt> send(Wire& wire, MailServer server, MailMessage message, WrittenMessage written,
                          std::function<void()> about_to_commit, std::stop_token stop) {
  if (auto ready = co_await before_smtp(wire, server, stop); !ready) co_return std::unexpected(ready.error());
  Dialogue dialogue(Connection(wire, stop), server);
  if (auto open = co_await dialogue.open(); !open) co_return std::unexpected(open.error());
  if (auto offered = co_await dialogue.offer(message.from, message.to, written.size); !offered) {
    co_return std::unexpected(offered.error());
  }
  auto receipt = co_await dialogue.send(written, about_to_commit);
  if (receipt) co_await dialogue.quit();
  co_return receipt;
}

/// True when the server, silent to plain words, speaks TLS from the first byte.
asio::awaitable<bool> speaks_tls(Wire& wire, const MailServer& server, std::stop_token stop) {
  Connection connection(wire, std::move(stop));
  const auto open = co_await connection.open(server.host, server.port);
  if (!open) co_return false;
  const auto secured = co_await connection.secure(false);
  co_return secured.has_value();
}

/// True when the server, asked for TLS from the first byte in vain, has STARTTLS to offer.
asio::awaitable<bool> offers_starttls(Wire& wire, MailServer server, std::stop_token stop) {
  server.security = device::Security::none;
  server.authentication = MailServer::Authentication::none;
  Dialogue dialogue(Connection(wire, std::move(stop)), server);
  const auto open = co_await dialogue.open();
  co_return open.has_value() && dialogue.capabilities().starttls;
}

/// A test looks twice to tell which secure connection the server has instead of the one that is set.
asio::awaitable<FailureKind> looked_into(Wire& wire, const MailServer& server, FailureKind kind, std::stop_token stop) {
  const bool tls_in_vain = server.security == device::Security::ssl_tls && kind == FailureKind::starttls_required;
  const bool silent = server.security != device::Security::ssl_tls && kind == FailureKind::communication;
  if (tls_in_vain) {
    const bool offered = co_await offers_starttls(wire, server, stop);
    if (!offered) kind = FailureKind::starttls_missing;
  } else if (silent) {
    const bool speaks = co_await speaks_tls(wire, server, stop);
    if (speaks) kind = FailureKind::ssl_tls_required;
  }
  co_return kind;
}

Awaited<void> test(Wire& wire, MailServer server, std::string sender, std::stop_token stop) {
  if (auto ready = co_await before_smtp(wire, server, stop); !ready) co_return ready;
  Dialogue dialogue(Connection(wire, stop), server);
  auto open = co_await dialogue.open();
  if (!open) {
    open.error().kind = co_await looked_into(wire, server, open.error().kind, stop);
    co_return open;
  }
  auto offered = co_await dialogue.offer(sender, {}, std::nullopt);
  if (offered) co_await dialogue.quit();
  co_return offered;
}

template <class T>
asio::awaitable<void> finish(Awaited<T> work, std::move_only_function<void(Result<T>)> done) {
  done(co_await std::move(work));
}

class SmtpTransport final : public device::MailTransport {
 public:
  SmtpTransport(Wire& wire, Wire* additional) : wire_(wire), additional_(additional) {}

  void send(MailServer server, MailMessage message, std::move_only_function<void()> about_to_commit,
            std::stop_token stop, std::move_only_function<void(Result<MailReceipt>)> done) override {
    auto written = std::make_shared<Result<WrittenMessage>>();
    auto letter = std::make_shared<MailMessage>(std::move(message));
    auto commit = std::make_shared<std::move_only_function<void()>>(std::move(about_to_commit));
    wire_.loop.work([written, letter] { *written = write_message(*letter); },
                    [this, written, letter, commit, server = std::move(server), stop = std::move(stop),
                     done = std::move(done)]() mutable {
                      if (!*written) return done(std::unexpected(written->error()));
                      auto& way = way_to(server);
                      start(smtp::send(
                                way, std::move(server), std::move(*letter), std::move(**written),
                                [commit] {
                                  if (*commit) (*commit)();
                                },
                                std::move(stop)),
                            std::move(done));
                    });
  }

  void test(MailServer server, std::string sender, std::stop_token stop,
            std::move_only_function<void(Result<void>)> done) override {
    wire_.loop.post([this, server = std::move(server), sender = std::move(sender), stop = std::move(stop),
                     done = std::move(done)]() mutable {
      auto& way = way_to(server);
      start(smtp::test(way, std::move(server), std::move(sender), std::move(stop)), std::move(done));
    });
  }

 private:
  Wire& way_to(const MailServer& server) { return server.on_additional_network && additional_ ? *additional_ : wire_; }

  template <class T>
  void start(Awaited<T> work, std::move_only_function<void(Result<T>)> done) {
    asio::co_spawn(wire_.loop.io(), finish<T>(std::move(work), std::move(done)), asio::detached);
  }

  Wire& wire_;
  Wire* additional_;
};

}  // namespace

std::unique_ptr<device::MailTransport> make_mail_transport(Wire& wire, Wire* additional) {
  return std::make_unique<SmtpTransport>(wire, additional);
}

}  // namespace paneltwin::net::smtp
