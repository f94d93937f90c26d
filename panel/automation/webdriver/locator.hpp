// Finding elements (W3C WebDriver 12.3): each strategy over the tree as a document.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "panel/automation/webdriver/document.hpp"
#include "panel/automation/webdriver/error.hpp"

namespace paneltwin::panel::webdriver {

enum class Strategy { css_selector, xpath, link_text, partial_link_text, tag_name, accessibility_id };

struct Locator {
  Strategy strategy{};
  std::string value;
};

/// {"using": "css selector", "value": "#send"}. Failure: invalid_argument.
Outcome<Locator> parse_locator(const boost::json::object& body);

/// Matches within `scope` (nothing: the whole glass). Those of the topmost sheet come first, as only they can be
/// touched; else in tree order. Links are what can be pressed, known by its words. Failure: invalid_selector.
Outcome<std::vector<const Document::Element*>> find_all(const Document& document, const Locator& locator,
                                                        const Document::Element* scope);

}  // namespace paneltwin::panel::webdriver
