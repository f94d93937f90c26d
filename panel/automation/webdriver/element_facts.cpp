#include "panel/automation/webdriver/element_facts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "panel/automation/finger.hpp"
#include "panel/lint/contrast.hpp"

namespace paneltwin::panel::webdriver {

namespace json = boost::json;

static void add_line(std::string& text, const std::string& line) {
  if (line.empty()) return;
  if (!text.empty()) text += '\n';
  text += line;
}

static void add_words(std::string& text, const Node& node) {
  // A dialog's words are a child's as well, and are read once.
  const bool told_by_child =
      std::ranges::any_of(node.children, [&](const Node& child) { return child.text == node.text; });
  if (!told_by_child) add_line(text, node.text);
  add_line(text, node.value);
  for (const auto& child : node.children) add_words(text, child);
}

std::string text_of(const Node& node) {
  std::string text;
  add_words(text, node);
  return text;
}

bool is_displayed(const Node& node) {
  const Rect seen = seen_part(node);
  return seen.width > 0 && seen.height > 0;
}

json::value attribute_of(const Document::Element& element, std::string_view name) {
  if (name == "role") return json::string(element.node->role);
  const auto attribute = element.xml.attribute(std::string(name).c_str());
  return attribute ? json::value(attribute.value()) : json::value();
}

json::value property_of(const Node& node, std::string_view name) {
  if (name == "id") return json::string(node.id);
  if (name == "role" || name == "tagName") return json::string(node.role);
  if (name == "text") return json::string(node.text);
  if (name == "value") return json::string(node.value);
  if (name == "textContent" || name == "innerText") return json::string(text_of(node));
  if (name == "enabled") return node.enabled;
  if (name == "disabled") return !node.enabled;
  if (name == "selected" || name == "checked") return node.selected;
  if (name == "focused") return node.focused;
  if (name == "pressable") return node.pressable;
  if (name == "rectangle") return rect_of(node.rect);
  if (name == "childElementCount") return node.children.size();
  return nullptr;
}

json::object rect_of(const Rect& rect) {
  return {{"x", std::lround(rect.x)},
          {"y", std::lround(rect.y)},
          {"width", std::lround(rect.width)},
          {"height", std::lround(rect.height)}};
}

std::string_view computed_role(const Node& node) {
  constexpr std::pair<std::string_view, std::string_view> roles[] = {
      {"panel", "application"}, {"screen", "region"},   {"sheet", "dialog"},   {"dialog", "dialog"},
      {"button", "button"},     {"tile", "button"},     {"key", "button"},     {"switch", "switch"},
      {"radio", "radio"},       {"tab", "tab"},         {"field", "textbox"},  {"stepper", "spinbutton"},
      {"list", "list"},         {"toolbar", "toolbar"}, {"keyboard", "group"}, {"progress", "progressbar"},
      {"image", "img"},         {"lamp", "status"},     {"toast", "status"},   {"text", "paragraph"},
      {"row", "listitem"}};
  const auto found = std::ranges::find(roles, node.role, &std::pair<std::string_view, std::string_view>::first);
  return found == std::end(roles) ? "generic" : found->second;
}

namespace {

std::string css_colour(Colour colour) {
  return fmt::format("rgba({}, {}, {}, 1)", colour.rgba & 0xFF, colour.rgba >> 8 & 0xFF, colour.rgba >> 16 & 0xFF);
}

struct Colours {
  Colour ground, ink;
};

/// Ground is the colour that most of it has, ink the one that stands out most of it among those that are not rare.
Colours colours_in(const Picture& glass, const Rect& seen) {
  std::map<std::uint32_t, int> counts;
  const int right = std::min(glass.width, static_cast<int>(seen.x + seen.width));
  const int bottom = std::min(glass.height, static_cast<int>(seen.y + seen.height));
  for (int y = std::max(0, static_cast<int>(seen.y)); y < bottom; ++y) {
    for (int x = std::max(0, static_cast<int>(seen.x)); x < right; ++x) {
      const auto* at = &glass.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(glass.width) +
                                    static_cast<std::size_t>(x)) *
                                   4];
      ++counts[at[0] | at[1] << 8 | at[2] << 16 | 0xFF000000U];
    }
  }
  Colours colours;
  int most = 0;
  for (const auto& [rgba, count] : counts) {
    if (count > most) colours.ground = {rgba};
    most = std::max(most, count);
  }
  colours.ink = colours.ground;
  for (const auto& [rgba, count] : counts) {
    const Colour colour{rgba};
    if (count >= 4 && contrast(colour, colours.ground) > contrast(colours.ink, colours.ground)) colours.ink = colour;
  }
  return colours;
}

/// The words that were drawn in it, the first; an icon where there are none.
const Stroke* letters_in(const Node& node, const std::vector<Stroke>& strokes) {
  const Stroke* icon = nullptr;
  for (const auto& stroke : strokes) {
    const float x = stroke.rect.x + stroke.rect.width / 2, y = stroke.rect.y + stroke.rect.height / 2;
    if (!stroke.letters || !node.rect.contains(x, y) || !node.clip.contains(x, y)) continue;
    if (stroke.letters->family != FontStyle::Family::icons) return &stroke;
    if (!icon) icon = &stroke;
  }
  return icon;
}

std::string pixels(float length) { return fmt::format("{}px", std::lround(length)); }

/// What follows from the node alone.
std::string box_value(const Node& node, std::string_view name) {
  if (name == "display") return "block";
  if (name == "visibility") return is_displayed(node) ? "visible" : "hidden";
  if (name == "position") return "absolute";
  if (name == "left") return pixels(node.rect.x);
  if (name == "top") return pixels(node.rect.y);
  if (name == "width") return pixels(node.rect.width);
  if (name == "height") return pixels(node.rect.height);
  if (name == "overflow-y") return node.role == "list" ? "auto" : "visible";
  if (name == "pointer-events") return node.pressable && node.enabled ? "auto" : "none";
  return {};
}

}  // namespace

std::string css_value(const Node& node, std::string_view name, const Look& look) {
  if (auto value = box_value(node, name); !value.empty()) return value;
  if (name == "background-color") return css_colour(colours_in(look.glass(), seen_part(node)).ground);
  const auto* words = letters_in(node, look.strokes);
  if (name == "color") return css_colour(words ? words->colour : colours_in(look.glass(), seen_part(node)).ink);
  if (!words) return {};
  if (name == "font-size") return fmt::format("{}px", words->letters->em);
  if (name == "font-weight") return words->letters->family == FontStyle::Family::strong_text ? "700" : "400";
  if (name == "font-family" && words->letters->family != FontStyle::Family::icons) return '"' + look.font + '"';
  return {};
}

}  // namespace paneltwin::panel::webdriver
