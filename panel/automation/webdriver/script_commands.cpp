// Execute Script without JavaScript. Clients ask some questions by script because browsers have no command for them;
// those are known by their text. And "paneltwin: clock" with an object calls the extension of that name, as Appium's
// "mobile: …" do: so any client reaches them without a line of its own.
#include <memory>
#include <mutex>

#include <boost/json.hpp>

#include "net/base64.hpp"
#include "panel/automation/webdriver/arguments.hpp"
#include "panel/automation/webdriver/commands.hpp"
#include "panel/automation/webdriver/element_facts.hpp"

namespace paneltwin::panel::webdriver {

namespace json = boost::json;

namespace {

using Ask = json::value (*)(const Document::Element& element, const json::array& given);

json::value displayed(const Document::Element& element, const json::array&) { return is_displayed(*element.node); }

json::value attribute(const Document::Element& element, const json::array& given) {
  if (given.size() < 2 || !given[1].is_string()) return nullptr;
  const std::string_view name = given[1].get_string();
  auto value = attribute_of(element, name);
  return value.is_null() ? property_of(*element.node, name) : value;
}

json::value style(const Document::Element&, const json::array&) { return json::object{{"value", "block"}}; }

struct KnownScript {
  std::string_view part;
  Ask ask;
};

constexpr KnownScript known_scripts[] = {
    {"/* isDisplayed */", displayed},          // Selenium's atoms, in each of its languages
    {"/* getAttribute */", attribute},         //
    {"function checkVisibility(", displayed},  // WebdriverIO
    {"function isElementDisplayed(", displayed},
    {"window.getComputedStyle(elem)", style},
};

Outcome<json::value> ask_by_script(Desk& desk, const KnownScript& script, const json::array& given) {
  const auto* object = given.empty() ? nullptr : given[0].if_object();
  const auto* id = object ? object->if_contains(element_key) : nullptr;
  if (!id || !id->is_string()) return refuse(ErrorCode::invalid_argument, "the script's first argument is no element");
  desk.panel.settle();
  const Document document(desk.panel.tree());
  const auto element = desk.known.find(document, std::string_view(id->get_string()));
  if (!element) return std::unexpected(element.error());
  return script.ask(**element, given);
}

/// Filled on the machine's loop, emptied on the session's thread.
struct Letter {
  std::mutex mutex;
  std::optional<net::http::Response> answer;
};

Outcome<json::value> value_of(const net::http::Response& response) {
  const auto type = net::http::value_of(response.headers, "Content-Type").value_or("");
  if (response.status >= 400) {
    const auto code = response.status == 400 ? ErrorCode::invalid_argument : ErrorCode::unknown_error;
    return refuse(code, response.body);
  }
  if (!type.starts_with("application/json")) return json::string(net::to_base64(response.body));
  return json::parse(response.body);
}

net::http::Request request_for(std::string_view name, const json::array& given) {
  net::http::Request request{.method = "GET", .path = "/paneltwin/" + std::string(name)};
  if (!given.empty() && given[0].is_object()) {
    request.method = "POST";
    request.body = json::serialize(given[0]);
  }
  return request;
}

Work call_extension(std::string name, json::array given) {
  return [name = std::move(name), given = std::move(given),
          letter = std::shared_ptr<Letter>()](Desk& desk) mutable -> Progress {
    if (!letter) {
      letter = std::make_shared<Letter>();
      desk.extension(request_for(name, given), [letter, wake = desk.wake](net::http::Response response) {
        {
          const std::lock_guard lock(letter->mutex);
          letter->answer = std::move(response);
        }
        wake();
      });
    }
    const std::lock_guard lock(letter->mutex);
    if (!letter->answer) return std::chrono::milliseconds(1000);
    return value_of(*letter->answer);
  };
}

Work run_script(Arguments arguments) {
  constexpr std::string_view extension = "paneltwin:";
  auto script = text_in(arguments.body, "script");
  const auto* given = arguments.body.if_contains("args");
  const auto refused = [](Error error) -> Work {
    return [error = std::move(error)](Desk&) -> Progress { return Outcome<json::value>(std::unexpected(error)); };
  };
  if (!script) return refused(script.error());
  if (!given || !given->is_array()) return refused({ErrorCode::invalid_argument, "'args' must be an array"});
  if (script->starts_with(extension)) {
    const auto name = script->find_first_not_of(' ', extension.size());
    return call_extension(name == std::string::npos ? "" : script->substr(name), given->get_array());
  }
  for (const auto& known : known_scripts) {
    if (script->find(known.part) == std::string::npos) continue;
    return [&known, list = given->get_array()](Desk& desk) -> Progress { return ask_by_script(desk, known, list); };
  }
  return refused({ErrorCode::unsupported_operation, "the panel runs no scripts; extensions are \"paneltwin: NAME\""});
}

}  // namespace

std::vector<Command> script_commands() {
  return {{"POST", "/execute/sync", run_script}, {"POST", "/execute/async", run_script}};
}

}  // namespace paneltwin::panel::webdriver
