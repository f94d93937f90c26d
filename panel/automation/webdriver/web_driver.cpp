#include "panel/automation/webdriver/web_driver.hpp"

#include <map>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/json.hpp>

#include "device/random.hpp"
#include "panel/automation/webdriver/alerts.hpp"
#include "panel/automation/webdriver/arguments.hpp"
#include "panel/automation/webdriver/commands.hpp"
#include "panel/automation/webdriver/session.hpp"

namespace paneltwin::panel::webdriver {

namespace json = boost::json;
using net::http::Request;
using net::http::Respond;
using net::http::Response;

static constexpr std::size_t session_limit = 16;

namespace {
struct Seat {
  std::unique_ptr<Session> session;
  boost::asio::steady_timer idle;
  std::chrono::seconds idle_limit;
  bool started = false, ending = false;
  std::vector<Respond> told_at_end;  // those who deleted it
};
}  // namespace

struct WebDriver::Impl : std::enable_shared_from_this<WebDriver::Impl> {
  device::Loop& loop;
  SessionPlan usual;
  std::function<std::string()> base;
  net::http::Router router;
  std::map<std::string, std::unique_ptr<Seat>, std::less<>> seats;

  Impl(device::Loop& port_loop, SessionPlan plan, std::function<std::string()> address)
      : loop(port_loop), usual(std::move(plan)), base(std::move(address)) {}

  void add_routes();
  void status(Respond respond) const;
  void create(const Request& request, Respond respond);
  void when_started(const std::string& id, json::object capabilities, Outcome<std::string> ready, Respond respond);
  void when_ended(const std::string& id);
  void remove(const Request& request, Respond respond);
  void command(const Command& command, const Request& request, Respond respond);
  void extension(const Request& request, Respond respond);
  Seat* seat_of(const Request& request);
  void keep_awake(const std::string& id, Seat& seat);
};

static void answer_with(Respond& respond, ErrorCode code, std::string message) {
  respond(answer(refuse(code, std::move(message))));
}

static void no_session(const Request& request, Respond& respond) {
  answer_with(respond, ErrorCode::invalid_session_id, "there is no session " + request.captures.at("session"));
}

static std::string new_id() {
  const auto part = [](std::size_t count) { return device::random_text(count, device::hexadecimal_digits); };
  return part(8) + "-" + part(4) + "-4" + part(3) + "-a" + part(3) + "-" + part(12);
}

void WebDriver::Impl::add_routes() {
  router.unmatched([](const Request& request, const std::string& allowed) {
    if (allowed.empty()) return answer(refuse(ErrorCode::unknown_command, "no command is at " + request.path));
    return answer(refuse(ErrorCode::unknown_method, request.path + " takes " + allowed)).header("Allow", allowed);
  });
  router.get("/status", [this](const Request&, Respond respond) { status(std::move(respond)); });
  router.post("/session", [this](const Request& request, Respond respond) { create(request, std::move(respond)); });
  router.remove("/session/{session}",
                [this](const Request& request, Respond respond) { remove(request, std::move(respond)); });
  for (const auto& group : {finding_commands(), element_commands(), input_commands(), alert_commands(),
                            script_commands(), window_commands(), refused_commands()}) {
    for (const auto& one : group) {
      router.add(std::string(one.method), "/session/{session}" + std::string(one.path),
                 [this, one](const Request& request, Respond respond) { command(one, request, std::move(respond)); });
    }
  }
  // The last window is closed: that ends the session.
  router.remove("/session/{session}/window", [this](const Request& request, Respond respond) {
    auto* seat = seat_of(request);
    if (!seat) return no_session(request, respond);
    seat->ending = true;
    seat->session->end();
    respond(answer(json::value(json::array{})));
  });
  for (const auto* method : {"GET", "POST", "DELETE"}) {
    router.add(method, "/session/{session}/paneltwin/*",
               [this](const Request& request, Respond respond) { extension(request, std::move(respond)); });
  }
}

void WebDriver::Impl::status(Respond respond) const {
  const bool ready = seats.size() < session_limit;
  respond(answer(json::value(json::object{
      {"ready", ready},
      {"message", std::to_string(seats.size()) + " of " + std::to_string(session_limit) + " sessions are open"},
      {"build", {{"version", PANELTWIN_VERSION}}}})));
}

void WebDriver::Impl::create(const Request& request, Respond respond) {
  const auto body = parse_body(request.body);
  if (!body) return respond(answer(std::unexpected(body.error())));
  auto plan = plan_session(*body, usual);
  if (!plan) return respond(answer(std::unexpected(plan.error())));
  if (seats.size() >= session_limit) {
    return answer_with(respond, ErrorCode::session_not_created,
                       "there are " + std::to_string(session_limit) + " sessions already");
  }
  const auto id = new_id();
  auto& seat = seats[id];
  seat =
      std::make_unique<Seat>(Seat{nullptr, boost::asio::steady_timer(loop.io()), plan->idle_limit, false, false, {}});
  auto capabilities = to_capabilities(*plan);
  // Callbacks come on the session's thread; whoever holds `this` joins it first.
  auto started = [this, id, capabilities = std::move(capabilities),
                  respond = std::move(respond)](Outcome<std::string> ready) mutable {
    loop.post([this, id, capabilities = std::move(capabilities), ready = std::move(ready),
               respond = std::move(respond)]() mutable {
      when_started(id, std::move(capabilities), std::move(ready), std::move(respond));
    });
  };
  auto ended = [this, id] { loop.post([this, id] { when_ended(id); }); };
  seat->session =
      std::make_unique<Session>(std::move(*plan), base() + "/session/" + id, std::move(started), std::move(ended));
}

void WebDriver::Impl::when_started(const std::string& id, json::object capabilities, Outcome<std::string> ready,
                                   Respond respond) {
  if (!ready) return respond(answer(std::unexpected(ready.error())));
  const auto found = seats.find(id);
  if (found == seats.end()) return;
  found->second->started = true;
  keep_awake(id, *found->second);
  capabilities["paneltwin:ready"] = json::parse(*ready);
  respond(answer(json::value(json::object{{"sessionId", id}, {"capabilities", std::move(capabilities)}})));
}

void WebDriver::Impl::when_ended(const std::string& id) {
  const auto found = seats.find(id);
  if (found == seats.end()) return;
  auto told = std::move(found->second->told_at_end);
  seats.erase(found);  // joins a thread that has done all it had to
  for (auto& respond : told) respond(answer(json::value()));
}

void WebDriver::Impl::remove(const Request& request, Respond respond) {
  auto* seat = seat_of(request);
  if (!seat) return no_session(request, respond);
  seat->ending = true;
  seat->told_at_end.push_back(std::move(respond));
  seat->session->end();
}

Seat* WebDriver::Impl::seat_of(const Request& request) {
  const auto& id = request.captures.at("session");
  const auto found = seats.find(id);
  if (found == seats.end() || !found->second->started || found->second->ending) return nullptr;
  keep_awake(id, *found->second);
  return found->second.get();
}

void WebDriver::Impl::keep_awake(const std::string& id, Seat& seat) {
  if (seat.idle_limit.count() == 0) return;
  seat.idle.expires_after(seat.idle_limit);
  seat.idle.async_wait([weak = weak_from_this(), id](const boost::system::error_code& error) {
    const auto self = weak.lock();
    if (error || !self) return;
    const auto found = self->seats.find(id);
    if (found != self->seats.end()) found->second->session->end();
  });
}

/// Handles what is open before the command begins.
static Work behind_prompts(Work work) {
  return [work = std::move(work), begun = false](Desk& desk) mutable -> Progress {
    if (!std::exchange(begun, true)) {
      if (auto handled = handle_prompts(desk); !handled) return Outcome<json::value>(std::unexpected(handled.error()));
    }
    return work(desk);
  };
}

void WebDriver::Impl::command(const Command& command, const Request& request, Respond respond) {
  auto* seat = seat_of(request);
  if (!seat) return no_session(request, respond);
  Arguments arguments{.captures = request.captures, .body = {}};
  if (request.method == "POST") {
    auto body = parse_body(request.body);
    if (!body) return respond(answer(std::unexpected(body.error())));
    arguments.body = std::move(*body);
  }
  auto work = command.begin(std::move(arguments));
  seat->session->run(
      command.heeds_prompts ? behind_prompts(std::move(work)) : std::move(work),
      [respond = std::move(respond)](const Outcome<json::value>& outcome) mutable { respond(answer(outcome)); });
}

void WebDriver::Impl::extension(const Request& request, Respond respond) {
  auto* seat = seat_of(request);
  if (!seat) return no_session(request, respond);
  Request own = request;
  own.path = "/paneltwin/" + request.captures.at("*");
  seat->session->extension(std::move(own), std::move(respond));
}

WebDriver::WebDriver(device::Loop& loop, SessionPlan usual, std::function<std::string()> base)
    : impl_(std::make_shared<Impl>(loop, std::move(usual), std::move(base))) {
  impl_->add_routes();
}

WebDriver::~WebDriver() {
  std::map<std::string, std::unique_ptr<Seat>, std::less<>> ending;
  impl_->loop.sync([&] {
    for (auto& [_, seat] : impl_->seats) {
      seat->idle.cancel();
      seat->session->end();
    }
    ending.swap(impl_->seats);
  });
  for (auto& [_, seat] : ending) seat->session.reset();
  // What they said at their ends has been heard before the registry goes.
  impl_->loop.sync([&] { ending.clear(); });
}

bool WebDriver::is_its(std::string_view path) {
  return path == "/status" || path == "/session" || path.starts_with("/session/");
}

void WebDriver::operator()(const Request& request, Respond respond) { impl_->router(request, std::move(respond)); }

}  // namespace paneltwin::panel::webdriver
