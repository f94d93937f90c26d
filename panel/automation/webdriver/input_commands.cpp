// Perform and Release Actions; alerts, which are the panel's dialogs.
#include <memory>

#include "panel/automation/finger.hpp"
#include "panel/automation/webdriver/arguments.hpp"
#include "panel/automation/webdriver/commands.hpp"
#include "panel/automation/webdriver/element_facts.hpp"

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

/// A dialog on top that asks something: it has a button.
struct Alert {
  std::string text;
  std::vector<std::string> buttons;  // paths, as they stand: the one that leaves first, the one that goes on last
};

Outcome<Alert> open_alert(Desk& desk) {
  desk.panel.settle();
  const Document document(desk.panel.tree());
  Alert alert;
  const Document::Element* dialog = nullptr;
  for (const auto& element : document.elements()) {
    if (element.parent == 0 && element.node->role == "dialog") dialog = &element;
  }
  if (dialog) {
    alert.text = dialog->node->text;
    for (const auto& element : document.elements()) {
      if (element.node->role == "button" && element.node->enabled && document.is_within(element, *dialog)) {
        alert.buttons.push_back(element.path);
      }
    }
  }
  if (alert.buttons.empty()) return refuse(ErrorCode::no_such_alert, "no dialog asks anything");
  return alert;
}

Outcome<json::value> press_alert(Desk& desk, bool accept) {
  const auto alert = open_alert(desk);
  if (!alert) return std::unexpected(alert.error());
  const Document document(desk.panel.tree());
  const auto* button = document.at_path(accept ? alert->buttons.back() : alert->buttons.front());
  const auto id = desk.known.id_of(document, *button);
  if (auto clicked = click(desk.panel, desk.known, id); !clicked) return std::unexpected(clicked.error());
  return json::value();
}

Outcome<json::value> alert_text(Desk& desk, const Arguments&) {
  const auto alert = open_alert(desk);
  if (!alert) return std::unexpected(alert.error());
  return json::string(alert->text);
}

Outcome<json::value> type_into_alert(Desk& desk, const Arguments& arguments) {
  if (const auto text = text_in(arguments.body, "text"); !text) return std::unexpected(text.error());
  if (const auto alert = open_alert(desk); !alert) return std::unexpected(alert.error());
  return refuse(ErrorCode::element_not_interactable, "the dialog has no field");
}

}  // namespace

std::vector<Command> input_commands() {
  return {{"POST", "/actions", perform},
          at_once("DELETE", "/actions", release),
          at_once("GET", "/alert/text", alert_text),
          at_once("POST", "/alert/text", type_into_alert),
          at_once("POST", "/alert/accept", [](Desk& desk, const Arguments&) { return press_alert(desk, true); }),
          at_once("POST", "/alert/dismiss", [](Desk& desk, const Arguments&) { return press_alert(desk, false); })};
}

}  // namespace paneltwin::panel::webdriver
