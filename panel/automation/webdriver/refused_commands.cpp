// Commands of the standard that a panel has nothing for. Each is known, so it answers the error that the standard has
// for such a case, not "unknown command".
#include "panel/automation/webdriver/arguments.hpp"
#include "panel/automation/webdriver/commands.hpp"

namespace paneltwin::panel::webdriver {

namespace json = boost::json;

static Command refused(std::string_view method, std::string_view path, ErrorCode code, std::string_view why) {
  return {method, path, [code, why](const Arguments&) -> Work {
            return [code, why](Desk&) -> Progress { return Outcome<json::value>(refuse(code, std::string(why))); };
          }};
}

std::vector<Command> refused_commands() {
  constexpr auto unsupported = ErrorCode::unsupported_operation;
  constexpr std::string_view its_size = "the glass has the size that its model gives it";
  constexpr std::string_view no_shadow = "nodes of the panel have no shadow trees";
  constexpr std::string_view one_window = "there is one glass";
  return {refused("POST", "/window/new", unsupported, one_window),
          refused("POST", "/window/rect", unsupported, its_size),
          refused("POST", "/window/maximize", unsupported, its_size),
          refused("POST", "/window/minimize", unsupported, its_size),
          refused("POST", "/window/fullscreen", unsupported, its_size),
          refused("POST", "/print", unsupported, "the glass has no pages; what the machine prints lies in its tray"),
          refused("GET", "/element/{element}/shadow", ErrorCode::no_such_shadow_root, no_shadow),
          refused("POST", "/shadow/{shadow}/element", ErrorCode::no_such_shadow_root, no_shadow),
          refused("POST", "/shadow/{shadow}/elements", ErrorCode::no_such_shadow_root, no_shadow),
          refused("GET", "/cookie/{name}", ErrorCode::no_such_cookie, "the panel keeps no cookies"),
          refused("POST", "/cookie", ErrorCode::invalid_cookie_domain, "the panel keeps no cookies"),
          at_once("GET", "/cookie", [](Desk&, const Arguments&) -> Outcome<json::value> { return json::array{}; }),
          at_once("DELETE", "/cookie", [](Desk&, const Arguments&) -> Outcome<json::value> { return json::value(); }),
          at_once("DELETE", "/cookie/{name}",
                  [](Desk&, const Arguments&) -> Outcome<json::value> { return json::value(); })};
}

}  // namespace paneltwin::panel::webdriver
