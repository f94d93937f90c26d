// The standard's table of commands (W3C WebDriver 6.5), those that a session serves; each group in a file of its own.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "panel/automation/webdriver/desk.hpp"

namespace paneltwin::panel::webdriver {

struct Command {
  std::string_view method;
  std::string_view path;  // behind /session/{session}
  std::function<Work(Arguments)> begin;
  bool heeds_prompts = true;  // an open dialog is handled first, where the session wants it so
};

/// A command that answers at once.
using AtOnce = Outcome<boost::json::value> (*)(Desk&, const Arguments&);
Command at_once(std::string_view method, std::string_view path, AtOnce act);

std::vector<Command> finding_commands();
std::vector<Command> element_commands();
std::vector<Command> input_commands();
std::vector<Command> alert_commands();
std::vector<Command> script_commands();
std::vector<Command> window_commands();
/// Those that a panel has nothing for: each with the error that the standard has for it.
std::vector<Command> refused_commands();

/// The element for JSON: {"element-6066-…": id}.
boost::json::object reference(Desk& desk, const Document& document, const Document::Element& element);

}  // namespace paneltwin::panel::webdriver
