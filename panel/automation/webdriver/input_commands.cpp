// Perform and Release Actions.
#include <memory>

#include "panel/automation/webdriver/arguments.hpp"
#include "panel/automation/webdriver/commands.hpp"

namespace paneltwin::panel::webdriver {

namespace json = boost::json;

namespace {

Work perform(Arguments arguments) {
  return [arguments = std::move(arguments), player = std::unique_ptr<ActionPlayer>()](Desk& desk) mutable -> Progress {
    if (!player) {
      auto ticks = parse_actions(arguments.body);
      if (!ticks) return Outcome<json::value>(std::unexpected(ticks.error()));
      player = std::make_unique<ActionPlayer>(std::move(*ticks), desk.known, desk.input);
    }
    const auto wait = player->go_on(desk.panel);
    if (!wait) return Outcome<json::value>(std::unexpected(wait.error()));
    if (player->is_done()) return Outcome<json::value>(nullptr);
    return *wait;
  };
}

Outcome<json::value> release(Desk& desk, const Arguments&) {
  release_all(desk.panel, desk.input);
  return json::value();
}

}  // namespace

std::vector<Command> input_commands() {
  return {{"POST", "/actions", perform}, at_once("DELETE", "/actions", release)};
}

}  // namespace paneltwin::panel::webdriver
