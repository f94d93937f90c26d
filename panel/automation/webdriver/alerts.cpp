#include "panel/automation/webdriver/alerts.hpp"

#include <algorithm>

#include "panel/automation/webdriver/arguments.hpp"
#include "panel/automation/webdriver/commands.hpp"

namespace paneltwin::panel::webdriver {

namespace json = boost::json;

namespace {

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

Outcome<void> press(Desk& desk, const Alert& alert, bool accept) {
  const Document document(desk.panel.tree());
  const auto* button = document.at_path(accept ? alert.buttons.back() : alert.buttons.front());
  return click(desk.panel, desk.known, desk.known.id_of(document, *button));
}

Outcome<json::value> press_alert(Desk& desk, bool accept) {
  const auto alert = open_alert(desk);
  if (!alert) return std::unexpected(alert.error());
  if (auto pressed = press(desk, *alert, accept); !pressed) return std::unexpected(pressed.error());
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

constexpr std::string_view behaviours[] = {"dismiss", "accept", "dismiss and notify", "accept and notify", "ignore"};
constexpr std::string_view prompt_types[] = {"alert", "beforeUnload", "confirm", "default", "file", "prompt"};

PromptHandling::Way way_named(std::string_view name) {
  return {.leave = name == "ignore",
          .accept = name.starts_with("accept"),
          .notify = name.find(' ') != name.npos || name == "ignore"};
}

}  // namespace

Outcome<PromptHandling> read_prompt_handling(const json::value& behaviour) {
  const auto read = [](const json::value& value) -> Outcome<PromptHandling::Way> {
    const auto* name = value.if_string();
    if (name && std::ranges::find(behaviours, std::string_view(*name)) != std::end(behaviours))
      return way_named(std::string_view(*name));
    return refuse(ErrorCode::invalid_argument,
                  "'unhandledPromptBehavior' is dismiss, accept, dismiss and notify, accept and notify or ignore");
  };
  PromptHandling handling;
  const auto* each = behaviour.if_object();
  if (!each) {
    const auto way = read(behaviour);
    if (!way) return std::unexpected(way.error());
    handling.alert = handling.confirm = *way;
    return handling;
  }
  for (const auto& [type, value] : *each) {
    const auto way = read(value);
    if (!way) return std::unexpected(way.error());
    if (std::ranges::find(prompt_types, std::string_view(type)) == std::end(prompt_types))
      return refuse(ErrorCode::invalid_argument, "no prompt is called '" + std::string(type) + "'");
    if (type == "default") handling.alert = handling.confirm = *way;
  }
  if (const auto* own = each->if_contains("alert")) handling.alert = way_named(std::string_view(own->get_string()));
  if (const auto* own = each->if_contains("confirm")) handling.confirm = way_named(std::string_view(own->get_string()));
  return handling;
}

Outcome<void> handle_prompts(Desk& desk) {
  if (!desk.prompts.block) return {};
  const auto alert = open_alert(desk);
  if (!alert) return {};  // there is none
  const auto& way = alert->buttons.size() == 1 ? desk.prompts.alert : desk.prompts.confirm;
  if (!way.leave) {
    if (auto pressed = press(desk, *alert, way.accept); !pressed) return pressed;
  }
  if (!way.notify) return {};
  return std::unexpected(Error{
      .code = ErrorCode::unexpected_alert_open, .message = "a dialog is open: " + alert->text, .alert = alert->text});
}

std::vector<Command> alert_commands() {
  std::vector<Command> commands{
      at_once("GET", "/alert/text", alert_text), at_once("POST", "/alert/text", type_into_alert),
      at_once("POST", "/alert/accept", [](Desk& desk, const Arguments&) { return press_alert(desk, true); }),
      at_once("POST", "/alert/dismiss", [](Desk& desk, const Arguments&) { return press_alert(desk, false); })};
  for (auto& command : commands) command.heeds_prompts = false;
  return commands;
}

}  // namespace paneltwin::panel::webdriver
