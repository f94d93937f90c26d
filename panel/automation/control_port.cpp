#include "panel/automation/control_port.hpp"

#include <openssl/crypto.h>

#include "device/random.hpp"
#include "net/http/server.hpp"
#include "panel/automation/control_machine.hpp"

namespace paneltwin::panel {

using net::http::Request;
using net::http::Respond;
using net::http::Response;

struct ControlPort::Impl {
  Machine& machine;
  std::string address, token;
  MachineControl control;
  std::unique_ptr<net::http::Server> server;

  Impl(Machine& controlled, Driver& driver)
      : machine(controlled), address(controlled.options().listen), control(controlled, driver) {}

  void take(const Request& request, Respond respond);
};

static bool is_ours(std::string_view token, std::string_view header) {
  const std::string wanted = "Bearer " + std::string(token);
  return header.size() == wanted.size() && CRYPTO_memcmp(header.data(), wanted.data(), wanted.size()) == 0;
}

/// A page of somebody else's, open in the operator's browser, must not act here.
static bool is_foreign(const Request& request) {
  const auto origin = request.header("Origin"), site = request.header("Sec-Fetch-Site");
  return (!origin.empty() && origin != request.origin()) || (!site.empty() && site != "same-origin" && site != "none");
}

void ControlPort::Impl::take(const Request& request, Respond respond) {
  if (is_foreign(request)) return respond(Response::text("a page of another origin may not use the control port", 403));
  if (!token.empty() && !is_ours(token, request.header("Authorization"))) {
    return respond(Response::text("the control port needs its bearer token", 401).header("WWW-Authenticate", "Bearer"));
  }
  control(request, std::move(respond));
}

device::Result<std::unique_ptr<ControlPort>> ControlPort::listen(Machine& machine, Driver& driver, std::uint16_t port) {
  auto impl = std::make_unique<Impl>(machine, driver);
  if (!impl->address.starts_with("127.")) impl->token = device::random_text(32, device::hexadecimal_digits);
  device::Result<void> listening;
  machine.loop().sync([&] {
    auto server = net::http::Server::listen(
        machine.loop(), {.address = impl->address, .port = port, .body_limit = 1 << 20},
        [&self = *impl](const Request& request, Respond respond) { self.take(request, std::move(respond)); });
    if (server) {
      impl->server = std::move(*server);
    } else {
      listening = std::unexpected(server.error());
    }
  });
  if (!listening) return std::unexpected(listening.error());
  return std::unique_ptr<ControlPort>(new ControlPort(std::move(impl)));
}

ControlPort::ControlPort(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

ControlPort::~ControlPort() {
  impl_->machine.loop().sync([this] { impl_->server.reset(); });
}

std::string ControlPort::url() const {
  return "http://" + impl_->address + ":" + std::to_string(impl_->server->port());
}
const std::string& ControlPort::token() const { return impl_->token; }

}  // namespace paneltwin::panel
