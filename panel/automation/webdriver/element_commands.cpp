// What can be asked of an element, and done to it.
#include "panel/automation/finger.hpp"
#include "panel/automation/webdriver/arguments.hpp"
#include "panel/automation/webdriver/commands.hpp"
#include "panel/automation/webdriver/element_facts.hpp"
#include "panel/automation/webdriver/screenshot.hpp"
#include "panel/operation_panel.hpp"

namespace paneltwin::panel::webdriver {

namespace json = boost::json;

namespace {

/// A question about the element as it is now.
template <class Ask>
Outcome<json::value> about(Desk& desk, const Arguments& arguments, const Ask& ask) {
  desk.panel.settle();
  const Document document(desk.panel.tree());
  const auto element = desk.known.find(document, arguments.element());
  if (!element) return std::unexpected(element.error());
  return json::value(ask(**element));
}

Outcome<json::value> done(const Outcome<void>& outcome) {
  if (!outcome) return std::unexpected(outcome.error());
  return json::value();
}

Outcome<json::value> css(Desk& desk, const Arguments& arguments) {
  desk.panel.parts().note_strokes(true);
  const Look look{[&] { return desk.panel.picture(); }, desk.panel.parts().strokes(), desk.font};
  return about(desk, arguments, [&](const Document::Element& element) {
    return json::string(css_value(*element.node, arguments.captures.at("name"), look));
  });
}

Outcome<json::value> touch(Desk& desk, const Arguments& arguments) {
  return done(click(desk.panel, desk.known, arguments.element()));
}

Outcome<json::value> empty(Desk& desk, const Arguments& arguments) {
  return done(clear(desk.panel, desk.known, arguments.element(), desk.editing));
}

Outcome<json::value> type_into(Desk& desk, const Arguments& arguments) {
  const auto text = text_in(arguments.body, "text");
  if (!text) return std::unexpected(text.error());
  return done(send_keys(desk.panel, desk.known, arguments.element(), *text, desk.editing));
}

Outcome<json::value> shoot_element(Desk& desk, const Arguments& arguments) {
  const auto middle = middle_of(desk.panel, desk.known, arguments.element());
  if (!middle) return std::unexpected(middle.error());
  const Document document(desk.panel.tree());
  const auto element = desk.known.find(document, arguments.element());
  if (!element) return std::unexpected(element.error());
  return screenshot(desk.panel.picture(), seen_part(*(*element)->node));
}

}  // namespace

std::vector<Command> element_commands() {
  return {
      at_once("GET", "/element/{element}/text",
              [](Desk& desk, const Arguments& arguments) {
                return about(desk, arguments, [](const auto& element) { return json::string(text_of(*element.node)); });
              }),
      at_once("GET", "/element/{element}/name",
              [](Desk& desk, const Arguments& arguments) {
                return about(desk, arguments, [](const auto& element) { return json::string(element.node->role); });
              }),
      at_once("GET", "/element/{element}/attribute/{name}",
              [](Desk& desk, const Arguments& arguments) {
                return about(desk, arguments,
                             [&](const auto& element) { return attribute_of(element, arguments.captures.at("name")); });
              }),
      at_once("GET", "/element/{element}/property/{name}",
              [](Desk& desk, const Arguments& arguments) {
                return about(desk, arguments, [&](const auto& element) {
                  return property_of(*element.node, arguments.captures.at("name"));
                });
              }),
      at_once("GET", "/element/{element}/css/{name}", css),
      at_once("GET", "/element/{element}/rect",
              [](Desk& desk, const Arguments& arguments) {
                return about(desk, arguments, [](const auto& element) { return rect_of(element.node->rect); });
              }),
      at_once("GET", "/element/{element}/enabled",
              [](Desk& desk, const Arguments& arguments) {
                return about(desk, arguments, [](const auto& element) { return element.node->enabled; });
              }),
      at_once("GET", "/element/{element}/selected",
              [](Desk& desk, const Arguments& arguments) {
                return about(desk, arguments, [](const auto& element) { return element.node->selected; });
              }),
      at_once("GET", "/element/{element}/displayed",
              [](Desk& desk, const Arguments& arguments) {
                return about(desk, arguments, [](const auto& element) { return is_displayed(*element.node); });
              }),
      at_once("GET", "/element/{element}/computedrole",
              [](Desk& desk, const Arguments& arguments) {
                return about(desk, arguments,
                             [](const auto& element) { return json::string(computed_role(*element.node)); });
              }),
      at_once("GET", "/element/{element}/computedlabel",
              [](Desk& desk, const Arguments& arguments) {
                return about(desk, arguments, [](const auto& element) { return json::string(element.node->text); });
              }),
      at_once("POST", "/element/{element}/click", touch),
      at_once("POST", "/element/{element}/clear", empty),
      at_once("POST", "/element/{element}/value", type_into),
      at_once("GET", "/element/{element}/screenshot", shoot_element)};
}

}  // namespace paneltwin::panel::webdriver
