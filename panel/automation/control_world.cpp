// clock, faults, original, language: what the operator's hands and the world around do to the machine.
#include <boost/json.hpp>

#include "panel/automation/control_answers.hpp"
#include "panel/automation/control_routes.hpp"
#include "panel/automation/recorder.hpp"

namespace paneltwin::panel::control {

namespace json = boost::json;
using device::FailureKind;
using device::Result;
using net::http::Request;
using net::http::Respond;

Result<ClockStep> clock_step_of(const json::object& body) {
  ClockStep step;
  if (const auto* stand = body.if_contains("stand")) {
    if (!stand->is_bool() || !stand->get_bool())
      return device::fail(FailureKind::invalid_value, "'stand' must be true");
    step.rate = 0;
  }
  if (const auto* run = body.if_contains("run")) {
    boost::system::error_code error;
    const auto rate = run->to_number<double>(error);
    if (error || !(rate >= 0) || rate > fastest_clock) {
      return device::fail(FailureKind::invalid_value, "'run' must be a number from 0 to 1000000");
    }
    step.rate = rate;
  }
  if (body.contains("set")) {
    const auto text = text_of(body, "set");
    step.set = text ? device::from_iso8601(*text) : std::nullopt;
    if (!step.set) return device::fail(FailureKind::invalid_value, "'set' must be a time such as 2026-11-23T09:30:00Z");
  }
  if (body.contains("advance")) {
    const auto text = text_of(body, "advance");
    step.advance = text ? device::parse_duration(*text) : std::nullopt;
    if (!step.advance) {
      return device::fail(FailureKind::invalid_value, "'advance' must be a duration such as 91d, 15m or 5s");
    }
  }
  return step;
}

namespace {

json::object clock_json(const device::Clock& clock) {
  json::object object{{"now", device::to_iso8601(clock.now())}, {"rate", clock.rate()}};
  // As people write it: the library writes 1.0 as 1E0.
  if (const auto whole = static_cast<std::int64_t>(clock.rate()); static_cast<double>(whole) == clock.rate())
    object["rate"] = whole;
  return object;
}

/// Answers once the timers that came due have been called.
void turn_clock(Machine& machine, const Request& request, Respond respond) {
  const auto body = body_of(request, {"advance", "run", "stand", "set"});
  if (!body) return respond(refusal(body.error()));
  const auto step = clock_step_of(*body);
  if (!step) return respond(refusal(step.error()));
  apply(machine.clock(), *step);
  machine.did("clock: " + request.body);
  machine.loop().post(
      [&machine, respond = std::move(respond)]() mutable { respond(json_answer(clock_json(machine.clock()))); });
}

json::object faults_json(const Machine& machine) {
  json::object faults;
  for (const auto& [name, on] : machine.faults_by_name()) faults[name] = on ? "fail" : "ok";
  return faults;
}

/// {} clears all; names that are not given stay as they are.
void set_faults(Machine& machine, const Request& request, Respond respond) {
  const auto body = body_of(request, {"dns", "smtp-port", "tls", "network", "additional-network"});
  if (!body) return respond(refusal(body.error()));
  for (const auto& [name, value] : *body) {
    if (value != "fail" && value != "ok") {
      return respond(refusal({FailureKind::invalid_value, "'" + std::string(name) + "' must be \"fail\" or \"ok\""}));
    }
  }
  if (body->empty()) machine.clear_faults();
  for (const auto& [name, value] : *body) machine.set_fault(name, value == "fail");
  machine.did("fault: " + request.body);
  respond(json_answer(faults_json(machine)));
}

Result<device::OriginalPlace> place_of(const json::object& body) {
  const auto at = text_of(body, "at");
  if (at && *at == "glass") return device::OriginalPlace::glass;
  if (at && *at == "feeder") return device::OriginalPlace::feeder;
  return device::fail(FailureKind::invalid_value, "'at' must be glass or feeder");
}

/// A path of null takes away what lies there.
void lay_original(Machine& machine, const Request& request, Respond respond) {
  const auto body = body_of(request, {"path", "at"});
  if (!body) return respond(refusal(body.error()));
  const auto place = place_of(*body);
  if (!place) return respond(refusal(place.error()));
  if (const auto* path = body->if_contains("path"); path && path->is_null()) {
    machine.originals().take_away(*place);
    machine.did("original: " + request.body);
    return respond(done());
  }
  auto path = text_of(*body, "path");
  if (!path) return respond(refusal(path.error()));
  auto laid = std::make_shared<Result<void>>();
  machine.did("original: " + request.body);  // JSON is YAML
  machine.loop().work(
      [&machine, laid, place = *place, path = std::move(*path)] { *laid = machine.originals().lay(place, path); },
      [laid, respond = std::move(respond)]() mutable { respond(*laid ? done() : refusal(laid->error())); });
}

/// An id of null takes the card away. A card that is nobody's, or none, is laid all the same: the panel says so.
void lay_card(Machine& machine, const Request& request, Respond respond) {
  const auto body = body_of(request, {"id"});
  if (!body) return respond(refusal(body.error()));
  std::string card;
  if (const auto* id = body->if_contains("id"); !id || !id->is_null()) {
    const auto text = text_of(*body, "id");
    if (!text) return respond(refusal(text.error()));
    card = *text;
  }
  machine.did(card_step(card));
  machine.lay_card(card, [respond = std::move(respond)](const Result<std::int64_t>& laid) mutable {
    const auto kind = laid ? FailureKind::card_unknown : laid.error().kind;
    const bool told = laid || kind == FailureKind::card_unknown || kind == FailureKind::card_unreadable;
    respond(told ? done() : refusal(laid.error()));
  });
}

/// At the access point of that name, the PIN that the panel shows, or another one. Answers once the printer has joined.
void enter_pin(Machine& machine, const Request& request, Respond respond) {
  const auto body = body_of(request, {"ssid", "pin"});
  if (!body) return respond(refusal(body.error()));
  auto ssid = text_of(*body, "ssid");
  if (!ssid) return respond(refusal(ssid.error()));
  auto pin = body->contains("pin") ? text_of(*body, "pin") : machine.device().snapshot()->wifi.pin;
  if (!pin) return respond(refusal(pin.error()));
  machine.did("wifi-pin: " + request.body);
  machine.device().post(
      device::command::EnterWifiPin{std::move(*ssid), std::move(*pin)},
      [respond = std::move(respond)](const Result<std::int64_t>& entered) mutable {
        respond(entered ? done() : refusal(entered.error()));
      },
      device::Origin::world);
}

void set_language(Machine& machine, const Request& request, Respond respond) {
  const auto body = body_of(request, {"tag"});
  if (!body) return respond(refusal(body.error()));
  const auto tag = text_of(*body, "tag");
  if (!tag) return respond(refusal(tag.error()));
  machine.did("language: " + *tag);
  machine.device().post(
      device::command::SetSetting{"language", *tag},
      [respond = std::move(respond)](const Result<std::int64_t>& set) mutable {
        respond(set ? done() : refusal(set.error()));
      },
      device::Origin::world);
}

}  // namespace

void add_world_routes(net::http::Router& router, Machine& machine) {
  router.get("/paneltwin/clock",
             [&machine](const Request&, Respond respond) { respond(json_answer(clock_json(machine.clock()))); });
  router.post("/paneltwin/clock", [&machine](const Request& request, Respond respond) {
    turn_clock(machine, request, std::move(respond));
  });
  router.get("/paneltwin/faults",
             [&machine](const Request&, Respond respond) { respond(json_answer(faults_json(machine))); });
  router.post("/paneltwin/faults", [&machine](const Request& request, Respond respond) {
    set_faults(machine, request, std::move(respond));
  });
  router.post("/paneltwin/original", [&machine](const Request& request, Respond respond) {
    lay_original(machine, request, std::move(respond));
  });
  router.post("/paneltwin/card",
              [&machine](const Request& request, Respond respond) { lay_card(machine, request, std::move(respond)); });
  router.post("/paneltwin/wifi-pin",
              [&machine](const Request& request, Respond respond) { enter_pin(machine, request, std::move(respond)); });
  router.post("/paneltwin/language", [&machine](const Request& request, Respond respond) {
    set_language(machine, request, std::move(respond));
  });
}

}  // namespace paneltwin::panel::control
