// trace and problem-report.zip: what was said on the wires, secrets masked, and all that a bug report needs.
//   POST trace {"on": true}
#include <boost/json.hpp>

#include "panel/automation/control_answers.hpp"
#include "panel/automation/control_routes.hpp"
#include "panel/automation/problem_report.hpp"

namespace paneltwin::panel::control {

using device::FailureKind;
using net::http::Request;
using net::http::Respond;
using net::http::Response;

static void turn_trace(Machine& machine, const Request& request, Respond respond) {
  const auto body = body_of(request, {"on"});
  if (!body) return respond(refusal(body.error()));
  const auto* on = body->if_contains("on");
  if (!on || !on->is_bool()) return respond(refusal({FailureKind::invalid_value, "'on' must be true or false"}));
  machine.trace().turn(on->get_bool());
  respond(done());
}

static void send_report(Machine& machine, Driver& driver, Respond respond) {
  driver.post([&machine, respond = std::move(respond)](Panel& panel) mutable {
    machine.loop().post([&machine, seen = look_at(panel), respond = std::move(respond)]() mutable {
      auto zip = problem_report(machine, seen, {});
      if (!zip) return respond(refusal(zip.error()));
      respond({.headers = {{"Content-Type", "application/zip"}}, .body = std::move(*zip)});
    });
  });
}

void add_report_routes(net::http::Router& router, Machine& machine, Driver& driver) {
  router.get("/paneltwin/trace", [&machine](const Request&, Respond respond) {
    respond(Response::json(net::to_json(machine.trace().lines())));
  });
  router.post("/paneltwin/trace", [&machine](const Request& request, Respond respond) {
    turn_trace(machine, request, std::move(respond));
  });
  router.get("/paneltwin/problem-report.zip", [&machine, &driver](const Request&, Respond respond) {
    send_report(machine, driver, std::move(respond));
  });
}

}  // namespace paneltwin::panel::control
