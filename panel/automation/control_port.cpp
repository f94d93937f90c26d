#include "panel/automation/control_port.hpp"

#include <list>
#include <thread>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <openssl/crypto.h>

#include "device/random.hpp"
#include "net/http/server.hpp"
#include "panel/automation/control_answers.hpp"
#include "panel/automation/control_routes.hpp"

namespace paneltwin::panel {

using device::FailureKind;
using net::http::Request;
using net::http::Respond;
using net::http::Response;

struct ControlPort::Impl {
  struct Waiting {
    Respond respond;
    boost::asio::steady_timer give_up;
  };

  Machine& machine;
  std::string address, token;
  net::http::Router router;
  std::list<std::shared_ptr<Waiting>> waiting;  // for the next snapshot
  device::Device::Subscription subscription;
  std::unique_ptr<net::http::Server> server;
  std::jthread scenario;  // plays one; it waits for the loop, so it cannot be on it
  bool playing = false;

  explicit Impl(Machine& controlled) : machine(controlled), address(controlled.options().listen) {}

  void take(const Request& request, Respond respond);
  void snapshot(const Request& request, Respond respond);
  void tell(const device::State& state);
  void play(const Request& request, Respond respond);
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
  router(request, std::move(respond));
}

/// With ?after=REVISION: answers once there is another one, or after a second without.
void ControlPort::Impl::snapshot(const Request& request, Respond respond) {
  const auto state = machine.device().snapshot();
  const auto after = request.query_value("after");
  if (!after.empty() && after == std::to_string(state->revision)) {
    const auto one = std::make_shared<Waiting>(std::move(respond),
                                               boost::asio::steady_timer(machine.loop().io(), std::chrono::seconds(1)));
    waiting.push_back(one);
    one->give_up.async_wait([this, weak = std::weak_ptr(one)](const boost::system::error_code&) {
      const auto late = weak.lock();
      if (!late || waiting.remove(late) == 0) return;
      late->respond(Response::json(device::to_json(*machine.device().snapshot())));
    });
    return;
  }
  respond(Response::json(device::to_json(*state)));
}

void ControlPort::Impl::tell(const device::State& state) {
  auto told = std::exchange(waiting, {});
  for (const auto& one : told) one->respond(Response::json(device::to_json(state)));
}

void ControlPort::Impl::play(const Request& request, Respond respond) {
  const auto body = control::body_of(request, {"name"});
  if (!body) return respond(control::refusal(body.error()));
  auto name = control::text_of(*body, "name");
  if (!name) return respond(control::refusal(name.error()));
  if (playing) return respond(control::refusal({FailureKind::busy, "another scenario is being played"}));
  playing = true;
  scenario = std::jthread([this, name = std::move(*name), respond = std::move(respond)]() mutable {
    auto played = machine.play_scenario(name);
    machine.loop().post([this, played = std::move(played), respond = std::move(respond)]() mutable {
      playing = false;
      respond(played ? control::done() : control::refusal(played.error()));
    });
  });
}

device::Result<std::unique_ptr<ControlPort>> ControlPort::listen(Machine& machine, Driver& driver, std::uint16_t port) {
  auto impl = std::make_unique<Impl>(machine);
  if (!impl->address.starts_with("127.")) impl->token = device::random_text(32, device::hexadecimal_digits);
  control::add_panel_routes(impl->router, machine.loop(), driver);
  control::add_output_routes(impl->router, machine);
  control::add_world_routes(impl->router, machine);
  impl->router.get("/paneltwin/snapshot", [&control = *impl](const Request& request, Respond respond) {
    control.snapshot(request, std::move(respond));
  });
  impl->router.post("/paneltwin/scenario", [&control = *impl](const Request& request, Respond respond) {
    control.play(request, std::move(respond));
  });
  device::Result<void> listening;
  machine.loop().sync([&] {
    impl->subscription =
        machine.device().subscribe([&control = *impl](const device::Snapshot& state) { control.tell(*state); });
    auto server = net::http::Server::listen(
        machine.loop(), {.address = impl->address, .port = port, .body_limit = 1 << 20},
        [&control = *impl](const Request& request, Respond respond) { control.take(request, std::move(respond)); });
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
  impl_->scenario = {};
  impl_->machine.loop().sync([this] {
    impl_->server.reset();
    impl_->subscription.reset();
    impl_->waiting.clear();
  });
}

std::string ControlPort::url() const {
  return "http://" + impl_->address + ":" + std::to_string(impl_->server->port());
}
const std::string& ControlPort::token() const { return impl_->token; }

}  // namespace paneltwin::panel
