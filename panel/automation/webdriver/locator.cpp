#include "panel/automation/webdriver/locator.hpp"

#include <algorithm>

#include "panel/automation/webdriver/arguments.hpp"
#include "panel/automation/webdriver/css_selector.hpp"

namespace paneltwin::panel::webdriver {

using Elements = std::vector<const Document::Element*>;

Outcome<Locator> parse_locator(const boost::json::object& body) {
  constexpr std::pair<std::string_view, Strategy> strategies[] = {
      {"css selector", Strategy::css_selector}, {"xpath", Strategy::xpath},
      {"link text", Strategy::link_text},       {"partial link text", Strategy::partial_link_text},
      {"tag name", Strategy::tag_name},         {"accessibility id", Strategy::accessibility_id}};
  const auto named = text_in(body, "using");
  if (!named) return std::unexpected(named.error());
  auto value = text_in(body, "value");
  if (!value) return std::unexpected(value.error());
  for (const auto& [name, strategy] : strategies) {
    if (name == *named) return Locator{strategy, std::move(*value)};
  }
  return refuse(ErrorCode::invalid_argument, "no location strategy is called '" + *named + "'");
}

static Outcome<Elements> find_by_xpath(const Document& document, const std::string& expression, pugi::xml_node from) {
  Elements found;
  try {
    const pugi::xpath_query query(expression.c_str());
    if (query.return_type() != pugi::xpath_type_node_set) {
      return refuse(ErrorCode::invalid_selector, "'" + expression + "' does not select elements");
    }
    auto nodes = query.evaluate_node_set(from);
    nodes.sort();
    for (const auto& node : nodes) {
      const auto* element = node.attribute() ? nullptr : document.of(node.node());
      if (!element) return refuse(ErrorCode::invalid_selector, "'" + expression + "' selects what is no element");
      found.push_back(element);
    }
  } catch (const pugi::xpath_exception& error) {
    return refuse(ErrorCode::invalid_selector, "xpath '" + expression + "': " + error.what());
  }
  return found;
}

static std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

template <class Fits>
static Elements find_if(const Document& document, const Fits& fits) {
  Elements found;
  for (const auto& element : document.elements()) {
    if (fits(*element.node)) found.push_back(&element);
  }
  return found;
}

static Elements find_links(const Document& document, std::string_view words, bool whole) {
  const auto fits = [&](const std::string& text) {
    return whole ? trimmed(text) == trimmed(words) : text.find(words) != std::string::npos;
  };
  return find_if(document, [&](const Node& node) { return node.pressable && (fits(node.text) || fits(node.value)); });
}

static Outcome<Elements> match(const Document& document, const Locator& locator, const Document::Element* scope) {
  switch (locator.strategy) {
    case Strategy::css_selector: {
      const auto expression = css_to_xpath(locator.value);
      if (!expression) return std::unexpected(expression.error());
      return find_by_xpath(document, *expression, document.xml());
    }
    case Strategy::xpath:
      return find_by_xpath(document, locator.value, scope ? scope->xml : document.xml());
    case Strategy::link_text:
      return find_links(document, locator.value, true);
    case Strategy::partial_link_text:
      return find_links(document, locator.value, false);
    case Strategy::tag_name:
      return find_if(document, [&](const Node& node) { return locator.value == "*" || node.role == locator.value; });
    case Strategy::accessibility_id:
      return find_if(document, [&](const Node& node) { return !node.id.empty() && node.id == locator.value; });
  }
  return Elements{};
}

Outcome<Elements> find_all(const Document& document, const Locator& locator, const Document::Element* scope) {
  auto found = match(document, locator, scope);
  if (!found) return found;
  // An XPath may well lead out of its context; all else stays below the scope.
  if (scope && locator.strategy != Strategy::xpath) {
    std::erase_if(*found, [&](const auto* element) { return !document.is_within(*element, *scope); });
  }
  std::ranges::stable_sort(*found, std::greater{}, &Document::Element::layer);
  return found;
}

}  // namespace paneltwin::panel::webdriver
