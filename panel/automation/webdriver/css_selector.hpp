// CSS selectors as XPath, for the part of Selectors Level 4 that means something on a tree without styles: types, #id,
// .class (a node has none), [attribute] with its operators and the i flag, all four combinators, lists, :not(), the
// :nth family, :enabled, :disabled, :checked, :focus, :empty, :root.
#pragma once

#include <string>
#include <string_view>

#include "panel/automation/webdriver/error.hpp"

namespace paneltwin::panel::webdriver {

/// An XPath 1.0 expression for the whole document. Failure: invalid_selector, with the place.
Outcome<std::string> css_to_xpath(std::string_view selector);

/// `text` as an XPath string: in quotes, or put together by concat() when it holds both kinds.
std::string xpath_string(std::string_view text);

}  // namespace paneltwin::panel::webdriver
