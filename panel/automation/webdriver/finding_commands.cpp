// Find Element and its kin, with the implicit wait; Get Active Element.
#include "panel/automation/webdriver/arguments.hpp"
#include "panel/automation/webdriver/commands.hpp"
#include "panel/automation/webdriver/locator.hpp"

namespace paneltwin::panel::webdriver {

namespace json = boost::json;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

Command at_once(std::string_view method, std::string_view path, AtOnce act) {
  return {method, path, [act](Arguments arguments) -> Work {
            return [act, arguments = std::move(arguments)](Desk& desk) -> Progress { return act(desk, arguments); };
          }};
}

json::object reference(Desk& desk, const Document& document, const Document::Element& element) {
  return {{element_key, desk.known.id_of(document, element)}};
}

namespace {

enum class Wanted { first, all };

class Search {
 public:
  Search(Wanted wanted, Arguments arguments) : wanted_(wanted), arguments_(std::move(arguments)) {}

  Progress operator()(Desk& desk) {
    if (!until_) until_ = steady_clock::now() + milliseconds(std::min<std::int64_t>(desk.timeouts.implicit, 1 << 30));
    auto found = look(desk);
    if (!found) return Outcome<json::value>(std::unexpected(found.error()));
    const auto left = std::chrono::ceil<milliseconds>(*until_ - steady_clock::now());
    if (found->empty() && left.count() > 0) return left;
    if (wanted_ == Wanted::all) return Outcome<json::value>(std::move(*found));
    if (!found->empty()) return Outcome<json::value>(std::move(found->front()));
    const auto& value = arguments_.body.at("value").as_string();
    return Outcome<json::value>(
        refuse(ErrorCode::no_such_element, "nothing on '" + desk.panel.screen() + "' is found by " +
                                               std::string(arguments_.body.at("using").as_string()) + " '" +
                                               std::string(value) + "'"));
  }

 private:
  Outcome<json::array> look(Desk& desk) const {
    const auto locator = parse_locator(arguments_.body);
    if (!locator) return std::unexpected(locator.error());
    desk.panel.settle();
    const Document document(desk.panel.tree());
    const Document::Element* scope = nullptr;
    if (arguments_.captures.contains("element")) {
      const auto element = desk.known.find(document, arguments_.element());
      if (!element) return std::unexpected(element.error());
      scope = *element;
    }
    const auto found = find_all(document, *locator, scope);
    if (!found) return std::unexpected(found.error());
    json::array references;
    for (const auto* element : *found) {
      references.push_back(reference(desk, document, *element));
      if (wanted_ == Wanted::first) break;
    }
    return references;
  }

  Wanted wanted_;
  Arguments arguments_;
  std::optional<steady_clock::time_point> until_;
};

Command search(std::string_view path, Wanted wanted) {
  return {"POST", path, [wanted](Arguments arguments) -> Work { return Search(wanted, std::move(arguments)); }};
}

}  // namespace

std::vector<Command> finding_commands() {
  return {search("/element", Wanted::first), search("/elements", Wanted::all),
          search("/element/{element}/element", Wanted::first), search("/element/{element}/elements", Wanted::all),
          at_once("GET", "/element/active", [](Desk& desk, const Arguments&) -> Outcome<json::value> {
            desk.panel.settle();
            const Document document(desk.panel.tree());
            return reference(desk, document, active_element(document));
          })};
}

}  // namespace paneltwin::panel::webdriver
