// The glass as the one window, its screens as addresses; time-outs; page source and screenshot.
#include "panel/automation/finger.hpp"
#include "panel/automation/webdriver/arguments.hpp"
#include "panel/automation/webdriver/commands.hpp"
#include "panel/automation/webdriver/element_facts.hpp"
#include "panel/automation/webdriver/screenshot.hpp"

namespace paneltwin::panel::webdriver {

namespace json = boost::json;

namespace {

constexpr std::string_view address_start = "paneltwin://screen/", the_window = "glass";

Outcome<json::value> go_to(Desk& desk, const Arguments& arguments) {
  const auto url = text_in(arguments.body, "url");
  if (!url) return std::unexpected(url.error());
  if (!url->starts_with(address_start)) {
    return refuse(ErrorCode::invalid_argument, "an address here is " + std::string(address_start) + "ID");
  }
  desk.panel.settle();
  const auto screen = url->substr(address_start.size());
  if (screen == "home") {
    desk.panel.go_home();
  } else if (!desk.panel.open_screen(screen)) {
    return refuse(ErrorCode::invalid_argument, "no screen is called '" + screen + "'");
  }
  desk.panel.settle();
  return json::value();
}

Outcome<json::value> address(Desk& desk, const Arguments&) {
  desk.panel.settle();
  return json::string(std::string(address_start) + desk.panel.screen());
}

Outcome<json::value> go_back(Desk& desk, const Arguments&) {
  desk.panel.settle();
  desk.panel.input(KeyPress{"Escape"});
  desk.panel.settle();
  return json::value();
}

/// Nothing lies ahead and nothing is loaded: these answer when the glass has settled.
Outcome<json::value> settle(Desk& desk, const Arguments&) {
  desk.panel.settle();
  return json::value();
}

Outcome<json::value> title(Desk& desk, const Arguments&) {
  desk.panel.settle();
  const auto* node = find_id(desk.panel.tree(), "title");
  return json::string(node ? node->text : desk.panel.screen());
}

Outcome<json::value> source(Desk& desk, const Arguments&) {
  desk.panel.settle();
  return json::string(Document(desk.panel.tree()).source());
}

Outcome<json::value> shoot_page(Desk& desk, const Arguments&) {
  desk.panel.settle();
  return screenshot(desk.panel.picture(), desk.panel.tree().rect);
}

Outcome<json::value> switch_window(Desk&, const Arguments& arguments) {
  const auto handle = text_in(arguments.body, "handle");
  if (!handle) return std::unexpected(handle.error());
  if (*handle == the_window) return json::value();
  return refuse(ErrorCode::no_such_window, "the only window is '" + std::string(the_window) + "'");
}

Outcome<json::value> switch_frame(Desk&, const Arguments& arguments) {
  const auto* id = arguments.body.if_contains("id");
  if (!id) return refuse(ErrorCode::invalid_argument, "'id' is missing");
  if (id->is_null()) return json::value();
  if (id->is_object()) return refuse(ErrorCode::no_such_frame, "no element is a frame");
  const auto number = integer(*id, "id", 0);
  if (!number || *number > 65535)
    return refuse(ErrorCode::invalid_argument, "'id' must be null, a number or an element");
  return refuse(ErrorCode::no_such_frame, "the glass has no frames");
}

Outcome<json::value> set_timeouts(Desk& desk, const Arguments& arguments) {
  const auto timeouts = read_timeouts(arguments.body, desk.timeouts);
  if (!timeouts) return std::unexpected(timeouts.error());
  desk.timeouts = *timeouts;
  return json::value();
}

}  // namespace

std::vector<Command> window_commands() {
  std::vector<Command> commands{
      at_once("GET", "/timeouts",
              [](Desk& desk, const Arguments&) -> Outcome<json::value> { return to_json(desk.timeouts); }),
      at_once("POST", "/timeouts", set_timeouts),
      at_once("POST", "/url", go_to),
      at_once("GET", "/url", address),
      at_once("POST", "/back", go_back),
      at_once("POST", "/forward", settle),
      at_once("POST", "/refresh", settle),
      at_once("GET", "/title", title),
      at_once("GET", "/source", source),
      at_once("GET", "/screenshot", shoot_page),
      at_once("GET", "/window",
              [](Desk&, const Arguments&) -> Outcome<json::value> { return json::string(the_window); }),
      at_once("GET", "/window/handles",
              [](Desk&, const Arguments&) -> Outcome<json::value> { return json::array{json::string(the_window)}; }),
      at_once("POST", "/window", switch_window),
      at_once("GET", "/window/rect",
              [](Desk& desk, const Arguments&) -> Outcome<json::value> { return rect_of(desk.panel.tree().rect); }),
      at_once("POST", "/frame", switch_frame),
      at_once("POST", "/frame/parent", settle)};
  for (auto& command : commands) {  // what asks nothing of the page goes on beside a prompt (W3C WebDriver 9, 11)
    const bool is_windows = command.path == "/window" || command.path == "/window/handles";
    if (is_windows || command.path == "/timeouts") command.heeds_prompts = false;
  }
  return commands;
}

}  // namespace paneltwin::panel::webdriver
