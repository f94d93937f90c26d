// trace, recording and problem-report.zip: what was said on the wires, secrets masked; what hands did, as a flow; and
// all that a bug report needs.
//   POST trace {"on": true}     POST recording {"on": true}; also {"expect": true}, {"undo": true}
#include <boost/json.hpp>

#include "panel/automation/control_answers.hpp"
#include "panel/automation/control_on_panel.hpp"
#include "panel/automation/control_routes.hpp"
#include "panel/automation/problem_report.hpp"

namespace paneltwin::panel::control {

using device::FailureKind;
using device::Result;
using net::http::Request;
using net::http::Respond;
using net::http::Response;

static Result<bool> flag_in(const boost::json::object& body, std::string_view name) {
  const auto* flag = body.if_contains(name);
  if (flag && flag->is_bool()) return flag->get_bool();
  return device::fail(FailureKind::invalid_value, "'" + std::string(name) + "' must be true or false");
}

static void turn_trace(Machine& machine, const Request& request, Respond respond) {
  const auto body = body_of(request, {"on"});
  if (!body) return respond(refusal(body.error()));
  const auto on = flag_in(*body, "on");
  if (!on) return respond(refusal(on.error()));
  machine.trace().turn(*on);
  respond(done());
}

/// The panel's thread, as all of the desk.
static Response do_to_recording(FlowDesk& desk, Panel& panel, const std::string& what, bool on) {
  panel.settle();
  if (what == "on" && on) {
    desk.record();
    return done();
  }
  if (!desk.recorder().is_on()) return refusal({FailureKind::not_allowed, "nothing is being recorded: {\"on\": true}"});
  if (what == "on") desk.end();
  if (what == "expect" && on) desk.expect();
  if (what == "undo" && on) desk.recorder().undo();
  return done();
}

static void turn_recording(const OnPanel& on_panel, FlowDesk& desk, const Request& request, Respond respond) {
  const auto body = body_of(request, {"on", "expect", "undo"});
  if (!body) return respond(refusal(body.error()));
  if (body->size() != 1) return respond(refusal({FailureKind::invalid_value, "one of 'on', 'expect' and 'undo'"}));
  const std::string what(body->begin()->key());
  const auto on = flag_in(*body, what);
  if (!on) return respond(refusal(on.error()));
  on_panel([&desk, what, on = *on](Panel& panel) { return do_to_recording(desk, panel, what, on); },
           std::move(respond));
}

static Response recorded_by(const FlowDesk& desk) {
  auto flow = desk.recorded("recorded");
  if (flow.empty()) return refusal({FailureKind::not_found, "nothing was recorded"});
  return {.headers = {{"Content-Type", "application/yaml; charset=utf-8"}}, .body = std::move(flow)};
}

void add_report_routes(net::http::Router& router, Machine& machine, Driver& driver, FlowDesk* desk) {
  const OnPanel on_panel(machine.loop(), driver);
  router.get("/paneltwin/trace", [&machine](const Request&, Respond respond) {
    respond(Response::json(net::to_json(machine.trace().lines())));
  });
  router.post("/paneltwin/trace", [&machine](const Request& request, Respond respond) {
    turn_trace(machine, request, std::move(respond));
  });
  router.get("/paneltwin/problem-report.zip", [&machine, on_panel, desk](const Request&, Respond respond) {
    const auto look = [desk](Panel& panel) {
      return std::pair(look_at(panel), desk ? desk->recorded("problem") : std::string());
    };
    on_panel(look, [&machine, respond = std::move(respond)](const std::pair<SeenNow, std::string>& seen) mutable {
      auto zip = problem_report(machine, seen.first, seen.second);
      if (!zip) return respond(refusal(zip.error()));
      respond({.headers = {{"Content-Type", "application/zip"}}, .body = std::move(*zip)});
    });
  });
  if (!desk) return;
  router.post("/paneltwin/recording", [on_panel, desk](const Request& request, Respond respond) {
    turn_recording(on_panel, *desk, request, std::move(respond));
  });
  router.get("/paneltwin/recording.yaml", [on_panel, desk](const Request&, Respond respond) {
    on_panel([desk](Panel&) { return recorded_by(*desk); }, std::move(respond));
  });
}

}  // namespace paneltwin::panel::control
