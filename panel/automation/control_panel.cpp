// tree, tap, swipe, type, key, screenshot.png: the glass, as a finger and an eye know it.
#include <boost/json.hpp>

#include "panel/automation/control_answers.hpp"
#include "panel/automation/control_on_panel.hpp"
#include "panel/automation/control_routes.hpp"
#include "panel/automation/finger.hpp"
#include "panel/render/png.hpp"

namespace paneltwin::panel::control {

using device::FailureKind;
using device::Result;
using net::http::Request;
using net::http::Respond;
using net::http::Response;

namespace {

Response answer(const Result<void>& result) { return result ? done() : refusal(result.error()); }

/// POST with one text in the body.
void add_action(net::http::Router& router, OnPanel on_panel, const std::string& address, std::string_view name,
                Result<void> (*act)(Panel&, const std::string&)) {
  router.post("/paneltwin/" + address, [=](const Request& request, Respond respond) {
    const auto body = body_of(request, {name});
    if (!body) return respond(refusal(body.error()));
    auto text = text_of(*body, name);
    if (!text) return respond(refusal(text.error()));
    on_panel([act, text = std::move(*text)](Panel& panel) { return answer(act(panel, text)); }, std::move(respond));
  });
}

void swipe_on(const OnPanel& on_panel, const Request& request, Respond respond) {
  const auto body = body_of(request, {"direction", "on"});
  if (!body) return respond(refusal(body.error()));
  const auto named = text_of(*body, "direction");
  const auto direction = named ? direction_named(*named) : std::nullopt;
  if (!direction) {
    return respond(refusal({FailureKind::invalid_value, "'direction' must be left, right, up or down"}));
  }
  std::string on;
  if (body->contains("on")) {
    auto text = text_of(*body, "on");
    if (!text) return respond(refusal(text.error()));
    on = std::move(*text);
  }
  on_panel([way = *direction, on = std::move(on)](Panel& panel) { return answer(swipe(panel, way, on)); },
           std::move(respond));
}

/// What designers saved: how often it was taken up, and what is wrong with it.
Response assets_of(Panel& panel) {
  boost::json::array faults;
  for (const auto& fault : panel.faults()) {
    faults.push_back(
        {{"file", fault.file.string()}, {"line", fault.line}, {"column", fault.column}, {"message", fault.message}});
  }
  return Response::json(
      boost::json::serialize(boost::json::object{{"readings", panel.readings()}, {"faults", std::move(faults)}}));
}

/// What was to be heard, with the newest snapshot followed.
Response sounds_of(Panel& panel) {
  panel.settle();
  boost::json::array sounds;
  for (const auto& [at, sound] : panel.sounds()) {
    sounds.push_back(
        {{"at", device::to_iso8601(at)}, {"event", sound.event}, {"pattern", sound.pattern}, {"volume", sound.volume}});
  }
  return Response::json(boost::json::serialize(boost::json::object{{"sounds", std::move(sounds)}}));
}

}  // namespace

void add_panel_routes(net::http::Router& router, device::Loop& loop, Driver& driver) {
  const OnPanel on_panel(loop, driver);
  router.get("/paneltwin/tree", [=](const Request&, Respond respond) {
    on_panel(
        [](Panel& panel) {
          panel.settle();
          return Response::json(to_json(panel.tree()));
        },
        std::move(respond));
  });
  router.get("/paneltwin/screenshot.png", [=](const Request&, Respond respond) {
    on_panel(
        [](Panel& panel) {
          panel.settle();
          return Response{.headers = {{"Content-Type", "image/png"}}, .body = to_png(panel.picture())};
        },
        std::move(respond));
  });
  router.get("/paneltwin/assets", [=](const Request&, Respond respond) { on_panel(assets_of, std::move(respond)); });
  router.get("/paneltwin/sounds", [=](const Request&, Respond respond) { on_panel(sounds_of, std::move(respond)); });
  add_action(router, on_panel, "tap", "on", [](Panel& panel, const std::string& on) { return tap(panel, on); });
  add_action(router, on_panel, "type", "text", [](Panel& panel, const std::string& text) { return type(panel, text); });
  add_action(router, on_panel, "key", "key", [](Panel& panel, const std::string& key) { return press(panel, key); });
  router.post("/paneltwin/swipe",
              [=](const Request& request, Respond respond) { swipe_on(on_panel, request, std::move(respond)); });
}

}  // namespace paneltwin::panel::control
