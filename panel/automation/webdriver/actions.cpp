#include "panel/automation/webdriver/actions.hpp"

#include "panel/automation/webdriver/arguments.hpp"
#include "panel/automation/webdriver/key_codes.hpp"
#include "panel/automation/webdriver/known_elements.hpp"

namespace paneltwin::panel::webdriver {

namespace json = boost::json;

namespace {

Outcome<double> number_in(const json::object& item, std::string_view name) {
  const auto* value = item.if_contains(name);
  boost::system::error_code error;
  const auto number = value ? value->to_number<double>(error) : 0;
  if (value && !error && number >= -1e6 && number <= 1e6) return number;
  return wrong("'" + std::string(name) + "' must be a number");
}

Outcome<std::chrono::milliseconds> duration_of(const json::object& item) {
  if (!item.contains("duration") || item.at("duration").is_null()) return std::chrono::milliseconds(0);
  const auto number = integer_in(item, "duration", 0);
  if (!number) return std::unexpected(number.error());
  return std::chrono::milliseconds(*number);
}

Outcome<action::Target> target_of(const json::object& item, bool may_be_pointer) {
  action::Target target;
  const auto x = number_in(item, "x"), y = number_in(item, "y");
  if (!x) return std::unexpected(x.error());
  if (!y) return std::unexpected(y.error());
  target.x = *x;
  target.y = *y;
  const auto* origin = item.if_contains("origin");
  if (!origin || *origin == "viewport") return target;
  if (may_be_pointer && *origin == "pointer") {
    target.from = action::Target::From::pointer;
    return target;
  }
  const auto* element = origin->is_object() ? origin->get_object().if_contains(element_key) : nullptr;
  if (!element || !element->is_string()) return wrong("'origin' must be viewport, pointer or an element");
  target.from = action::Target::From::element;
  target.element = element->get_string();
  return target;
}

Outcome<std::string> key_of(const json::object& item) {
  auto key = text_in(item, "value");
  if (key && characters_of(*key).size() != 1) return wrong("'value' must be one character");
  return key;
}

Outcome<Action> key_action(const json::object& item, std::string_view type, Action made) {
  if (type != "keyDown" && type != "keyUp") return wrong("a key has no '" + std::string(type) + "'");
  auto key = key_of(item);
  if (!key) return std::unexpected(key.error());
  if (type == "keyDown") {
    made.what = action::KeyDown{std::move(*key)};
  } else {
    made.what = action::KeyUp{std::move(*key)};
  }
  return made;
}

Outcome<Action> pointer_action(const json::object& item, std::string_view type, Action made) {
  if (type == "pointerMove") {
    auto target = target_of(item, true);
    if (!target) return std::unexpected(target.error());
    made.what = action::PointerMove{std::move(*target)};
    return made;
  }
  if (type == "pointerCancel") {
    made.what = action::PointerCancel{};
    return made;
  }
  if (type != "pointerDown" && type != "pointerUp") return wrong("a pointer has no '" + std::string(type) + "'");
  const auto button = integer_in(item, "button", 0);
  if (!button) return std::unexpected(button.error());
  if (*button > 1000) return wrong("'button' is too large");
  if (type == "pointerDown") {
    made.what = action::PointerDown{static_cast<int>(*button)};
  } else {
    made.what = action::PointerUp{static_cast<int>(*button)};
  }
  return made;
}

Outcome<Action> wheel_action(const json::object& item, std::string_view type, Action made) {
  if (type != "scroll") return wrong("a wheel has no '" + std::string(type) + "'");
  auto target = target_of(item, false);
  if (!target) return std::unexpected(target.error());
  const auto by_x = number_in(item, "deltaX"), by_y = number_in(item, "deltaY");
  if (!by_x) return std::unexpected(by_x.error());
  if (!by_y) return std::unexpected(by_y.error());
  made.what = action::Scroll{std::move(*target), *by_x, *by_y};
  return made;
}

Outcome<Action> action_of(const json::value& value, std::string_view source_type, const std::string& source) {
  if (!value.is_object()) return wrong("an action must be an object");
  const auto& item = value.get_object();
  const auto type = text_in(item, "type");
  if (!type) return std::unexpected(type.error());
  const auto duration = duration_of(item);
  if (!duration) return std::unexpected(duration.error());
  Action made{.source = source, .duration = *duration, .what = action::Pause{}};
  if (*type == "pause") return made;
  if (source_type == "key") return key_action(item, *type, std::move(made));
  if (source_type == "pointer") return pointer_action(item, *type, std::move(made));
  if (source_type == "wheel") return wheel_action(item, *type, std::move(made));
  return wrong("a source of type none can only pause");
}

Outcome<void> check_parameters(const json::object& sequence) {
  const auto* parameters = sequence.if_contains("parameters");
  if (!parameters || parameters->is_null()) return {};
  if (!parameters->is_object()) return wrong("'parameters' must be an object");
  const auto* type = parameters->get_object().if_contains("pointerType");
  if (!type || *type == "mouse" || *type == "pen" || *type == "touch") return {};
  return wrong("'pointerType' must be mouse, pen or touch");
}

Outcome<void> add_sequence(std::vector<Tick>& ticks, const json::value& value) {
  if (!value.is_object()) return wrong("'actions' must hold objects");
  const auto& sequence = value.get_object();
  const auto type = text_in(sequence, "type");
  if (!type) return std::unexpected(type.error());
  if (*type != "none" && *type != "key" && *type != "pointer" && *type != "wheel") {
    return wrong("'type' must be none, key, pointer or wheel");
  }
  const auto id = text_in(sequence, "id");
  if (!id) return std::unexpected(id.error());
  if (*type == "pointer") {
    if (auto checked = check_parameters(sequence); !checked) return checked;
  }
  const auto* actions = sequence.if_contains("actions");
  if (!actions || !actions->is_array()) return wrong("a source's 'actions' must be an array");
  const auto& list = actions->get_array();
  if (ticks.size() < list.size()) ticks.resize(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    auto made = action_of(list[i], *type, *id);
    if (!made) return std::unexpected(made.error());
    ticks[i].push_back(std::move(*made));
  }
  return {};
}

}  // namespace

Outcome<std::vector<Tick>> parse_actions(const json::object& body) {
  const auto* sequences = body.if_contains("actions");
  if (!sequences || !sequences->is_array()) return wrong("'actions' must be an array");
  std::vector<Tick> ticks;
  for (const auto& sequence : sequences->get_array()) {
    if (auto added = add_sequence(ticks, sequence); !added) return std::unexpected(added.error());
  }
  return ticks;
}

}  // namespace paneltwin::panel::webdriver
