// What can be asked about an element: text, attributes, properties, style, role, label.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "panel/automation/webdriver/document.hpp"
#include "panel/render/canvas.hpp"
#include "panel/render/picture.hpp"

namespace paneltwin::panel::webdriver {

/// Its words, its value, and the same of what it holds, a line each: as a person reads it.
std::string text_of(const Node& node);
bool is_displayed(const Node& node);
/// As page source has it; null when there is none.
boost::json::value attribute_of(const Document::Element& element, std::string_view name);
/// The node's members by their names, with their types; null for what there is none of.
boost::json::value property_of(const Node& node, std::string_view name);
boost::json::object rect_of(const Rect& rect);
/// The role as WAI-ARIA names it.
std::string_view computed_role(const Node& node);
/// What a style is told from, beside the node.
struct Look {
  std::function<Picture()> glass;
  const std::vector<Stroke>& strokes;  // of the frame that shows it
  const std::string& font;             // the text's file, without its ending
};
/// Place, size, visibility; colour and font of the first words in it, as they were drawn; the ground's colour, which is
/// read off the glass. Empty for what a panel has nothing like.
std::string css_value(const Node& node, std::string_view name, const Look& look);

}  // namespace paneltwin::panel::webdriver
