// conditions, memory-device: ink, paper, covers, jams, and what is plugged in, by hand.
//   POST conditions {"black": 5, "cassette-1": 0, "cover-open": true}    percent, sheets, or true and false
//   POST memory-device {"path": "/…/folder", "write-protected": true, "space": 100000}        a path of null pulls it
//   out
#include <boost/json.hpp>

#include "device/condition/condition_json.hpp"
#include "panel/automation/control_answers.hpp"
#include "panel/automation/control_routes.hpp"

namespace paneltwin::panel::control {

namespace json = boost::json;
using net::http::Request;
using net::http::Respond;

namespace {

device::Result<device::ConditionChange> change_of(const Request& request) {
  const auto body = object_of(request);
  if (!body) return std::unexpected(body.error());
  device::ConditionChange change;
  for (const auto& [name, value] : *body) {
    if (auto taken = device::take(change, name, json::serialize(value)); !taken) return std::unexpected(taken.error());
  }
  return change;
}

void change_conditions(Machine& machine, const Request& request, Respond respond) {
  auto change = change_of(request);
  if (!change) return respond(refusal(change.error()));
  machine.did("condition: " + request.body);
  machine.device().post(
      device::command::ChangeConditions{std::move(*change)},
      [&machine, respond = std::move(respond)](const device::Result<std::int64_t>& changed) mutable {
        if (!changed) return respond(refusal(changed.error()));
        respond(json_answer(device::json_of(machine.device().snapshot()->conditions)));
      },
      device::Origin::world);
}

void plug(Machine& machine, const Request& request, Respond respond) {
  const auto body = body_of(request, {"path", "write-protected", "space"});
  if (!body) return respond(refusal(body.error()));
  if (const auto* path = body->if_contains("path"); path && path->is_null()) {
    machine.stick().pull();
    return respond(done());
  }
  const auto path = text_of(*body, "path");
  if (!path) return respond(refusal(path.error()));
  const auto* locked = body->if_contains("write-protected");
  const auto* space = body->if_contains("space");
  if ((locked && !locked->is_bool()) || (space && !space->is_int64())) {
    return respond(refusal({device::FailureKind::invalid_value, "'write-protected' or 'space' is none"}));
  }
  const auto left = space ? static_cast<std::uintmax_t>(space->get_int64()) : ~std::uintmax_t{0};
  const auto plugged =
      machine.stick().plug(*path, locked && locked->get_bool(), {.space = left, .largest = largest_on_fat32});
  respond(plugged ? done() : refusal(plugged.error()));
}

}  // namespace

void add_condition_routes(net::http::Router& router, Machine& machine) {
  router.get("/paneltwin/conditions", [&machine](const Request&, Respond respond) {
    respond(json_answer(device::json_of(machine.device().snapshot()->conditions)));
  });
  router.post("/paneltwin/conditions", [&machine](const Request& request, Respond respond) {
    change_conditions(machine, request, std::move(respond));
  });
  router.post("/paneltwin/memory-device",
              [&machine](const Request& request, Respond respond) { plug(machine, request, std::move(respond)); });
}

}  // namespace paneltwin::panel::control
