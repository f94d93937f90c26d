#include "panel/automation/webdriver/desk.hpp"

#include "panel/automation/webdriver/arguments.hpp"

namespace paneltwin::panel::webdriver {

namespace json = boost::json;

Outcome<Timeouts> read_timeouts(const json::object& body, Timeouts before) {
  for (const auto& [key, value] : body) {
    const std::string_view name = key;
    if (name == "script" && value.is_null()) {
      before.script.reset();
      continue;
    }
    const auto time = integer(value, name, 0);
    if (!time) return std::unexpected(time.error());
    if (name == "script") {
      before.script = *time;
    } else if (name == "pageLoad") {
      before.page_load = *time;
    } else if (name == "implicit") {
      before.implicit = *time;
    } else {
      return refuse(ErrorCode::invalid_argument, "no timeout is called '" + std::string(name) + "'");
    }
  }
  return before;
}

json::object to_json(const Timeouts& timeouts) {
  return {{"script", timeouts.script ? json::value(*timeouts.script) : json::value()},
          {"pageLoad", timeouts.page_load},
          {"implicit", timeouts.implicit}};
}

}  // namespace paneltwin::panel::webdriver
