#include "net/smtp/pop_before_smtp.hpp"

namespace paneltwin::net::smtp {

using device::FailureKind;

/// One line of a POP3 server: true when it begins with +OK.
static Awaited<bool> is_well(Connection& connection) {
  constexpr std::size_t longest = 4096;
  connection.give_time();
  std::string line;
  while (!line.ends_with('\n')) {
    auto bytes = co_await connection.read();
    if (!bytes) co_return std::unexpected(bytes.error());
    if (bytes->empty()) co_return device::fail(FailureKind::communication, "the POP3 server hung up");
    line += *bytes;
    if (line.size() > longest) break;
  }
  if (line.starts_with("+OK")) co_return true;
  if (line.starts_with("-ERR")) co_return false;
  co_return device::fail(FailureKind::unsupported_protocol, "what answers speaks no POP3");
}

static std::vector<std::string> log_in(const device::MailServer& server) {
  return {"USER " + server.user + "\r\n", "PASS " + server.secret + "\r\n"};
}

/// A failure of the talk with the POP3 server is told apart from one with the SMTP server.
static device::Failure of_pop3(device::Failure failure) {
  switch (failure.kind) {
    case FailureKind::dns:
      failure.kind = FailureKind::pop3_dns;
      break;
    case FailureKind::communication:
    case FailureKind::unsupported_protocol:
      failure.kind = FailureKind::pop3_communication;
      break;
    case FailureKind::authentication:
      failure.kind = FailureKind::pop3_authentication;
      break;
    default:
      break;
  }
  return failure;
}

static Awaited<void> log_in_and_out(Connection connection, const device::MailServer& server) {
  if (auto open = co_await connection.open(server.pop3_host, server.pop3_port); !open) co_return open;
  auto well = co_await is_well(connection);
  const auto lines = log_in(server);
  for (const auto& line : lines) {
    if (!well) co_return std::unexpected(well.error());
    if (!*well) break;
    if (auto written = co_await connection.write(line); !written) co_return written;
    well = co_await is_well(connection);
  }
  if (!well) co_return std::unexpected(well.error());
  if (!*well) co_return device::fail(FailureKind::authentication, "the POP3 server refused");
  co_return co_await connection.write("QUIT\r\n");
}

Awaited<void> pop_before_smtp(Connection connection, const device::MailServer& server) {
  auto done = co_await log_in_and_out(std::move(connection), server);
  if (!done) co_return std::unexpected(of_pop3(std::move(done).error()));
  co_return done;
}

}  // namespace paneltwin::net::smtp
