// conditions: ink, paper, covers, jams, by hand.
//   POST conditions {"black": 5, "cassette-1": 0, "cover-open": true}    percent, sheets, or true and false
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

}  // namespace

void add_condition_routes(net::http::Router& router, Machine& machine) {
  router.get("/paneltwin/conditions", [&machine](const Request&, Respond respond) {
    respond(json_answer(device::json_of(machine.device().snapshot()->conditions)));
  });
  router.post("/paneltwin/conditions", [&machine](const Request& request, Respond respond) {
    change_conditions(machine, request, std::move(respond));
  });
}

}  // namespace paneltwin::panel::control
