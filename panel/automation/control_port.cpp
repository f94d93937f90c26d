#include "panel/automation/control_port.hpp"

#include <openssl/crypto.h>

#include "device/random.hpp"
#include "net/base64.hpp"
#include "net/http/server.hpp"
#include "panel/automation/control_machine.hpp"
#include "panel/automation/webdriver/web_driver.hpp"

namespace paneltwin::panel {

using net::http::Request;
using net::http::Respond;
using net::http::Response;

struct ControlPort::Impl {
  Machine& machine;
  std::string address, token;
  MachineControl control;
  webdriver::WebDriver web_driver;
  std::unique_ptr<net::http::Server> server;

  Impl(Machine& controlled, Driver& driver, FlowDesk& desk, std::string theme)
      : machine(controlled),
        address(controlled.options().listen),
        control(controlled, driver, &desk),
        web_driver(controlled.loop(), {.machine = controlled.options(), .theme = std::move(theme)},
                   [this] { return url(); }) {}

  [[nodiscard]] std::string url() const { return "http://" + address + ":" + std::to_string(server->port()); }
  void take(const Request& request, Respond respond);
};

static bool is_ours(std::string_view token, std::string_view header) {
  constexpr std::string_view bearer = "Bearer ", basic = "Basic ";
  std::string given;
  if (header.starts_with(bearer)) given = header.substr(bearer.size());
  if (header.starts_with(basic)) {
    const auto pair = net::from_base64(header.substr(basic.size())).value_or("");
    given = pair.substr(std::min(pair.find(':'), pair.size() - 1) + 1);
  }
  return given.size() == token.size() && CRYPTO_memcmp(given.data(), token.data(), token.size()) == 0;
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
  if (webdriver::WebDriver::is_its(request.path)) return web_driver(request, std::move(respond));
  control(request, std::move(respond));
}

device::Result<std::unique_ptr<ControlPort>> ControlPort::listen(Machine& machine, Driver& driver, FlowDesk& desk,
                                                                 std::uint16_t port, std::string theme) {
  auto impl = std::make_unique<Impl>(machine, driver, desk, std::move(theme));
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

std::string ControlPort::url() const { return impl_->url(); }
const std::string& ControlPort::token() const { return impl_->token; }

}  // namespace paneltwin::panel
