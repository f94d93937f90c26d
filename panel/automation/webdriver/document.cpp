#include "panel/automation/webdriver/document.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

#include "panel/automation/finger.hpp"

namespace paneltwin::panel::webdriver {

static void set(pugi::xml_node xml, const char* name, bool value) { xml.append_attribute(name) = value; }
static void set(pugi::xml_node xml, const char* name, float value) { xml.append_attribute(name) = std::lround(value); }

static void describe(pugi::xml_node xml, const Node& node) {
  xml.append_attribute("id") = node.id.c_str();
  if (!node.text.empty()) xml.append_attribute("text") = node.text.c_str();
  if (!node.value.empty()) xml.append_attribute("value") = node.value.c_str();
  set(xml, "x", node.rect.x);
  set(xml, "y", node.rect.y);
  set(xml, "width", node.rect.width);
  set(xml, "height", node.rect.height);
  const Rect seen = seen_part(node);
  set(xml, "displayed", seen.width > 0 && seen.height > 0);
  set(xml, "enabled", node.enabled);
  set(xml, "selected", node.selected);
  set(xml, "focused", node.focused);
  set(xml, "pressable", node.pressable);
  if (!node.text.empty()) xml.append_child(pugi::node_pcdata).set_value(node.text.c_str());
}

Document::Document(const Node& root) { add(root, xml_, 0, {}, 0); }

static bool is_sheet(const Node& node) { return node.role == "sheet" || node.role == "dialog"; }

void Document::add(const Node& node, pugi::xml_node above, std::size_t parent, const std::string& path, int layer) {
  const auto xml = above.append_child(node.role.c_str());
  describe(xml, node);
  const auto index = elements_.size();
  by_path_[path] = index;
  by_xml_[xml.hash_value()] = index;
  elements_.push_back({&node, xml, parent, path, layer});
  std::map<std::string, int> twins;
  const std::string prefix = path.empty() ? "" : path + ":";
  for (const auto& child : node.children) {
    if (index == 0 && is_sheet(child)) ++layer;
    std::string name = child.id.empty() ? child.role : child.id;
    if (const int twin = ++twins[name]; twin > 1) name += "." + std::to_string(twin);
    add(child, xml, index, prefix + name, layer);
  }
}

const Document::Element* Document::at_path(std::string_view path) const {
  const auto found = by_path_.find(std::string(path));
  return found == by_path_.end() ? nullptr : &elements_[found->second];
}

const Document::Element* Document::of(pugi::xml_node xml) const {
  const auto found = by_xml_.find(xml.hash_value());
  return found == by_xml_.end() ? nullptr : &elements_[found->second];
}

bool Document::is_within(const Element& element, const Element& scope) const {
  const auto* above = &element;
  while (above != &elements_.front()) {
    above = &elements_[above->parent];
    if (above == &scope) return true;
  }
  return false;
}

std::size_t Document::count_id(std::string_view id) const {
  return static_cast<std::size_t>(std::ranges::count(elements_, id, [](const Element& one) { return one.node->id; }));
}

std::string Document::source() const {
  std::ostringstream out;
  xml_.save(out, "  ");
  return std::move(out).str();
}

}  // namespace paneltwin::panel::webdriver
