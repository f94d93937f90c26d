#include "panel/ui/tree.hpp"

#include <cmath>

#include <boost/json.hpp>

#include "device/text/spelling.hpp"

namespace paneltwin::panel {

using device::nearest;

// Later nodes are drawn over earlier ones, so the last match wins.
template <class Matches>
static const Node* find_last(const Node& node, const Matches& matches) {
  for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) {
    if (const auto* found = find_last(*child, matches)) return found;
  }
  return matches(node) ? &node : nullptr;
}

const Node* find_id(const Node& root, std::string_view id) {
  if (id.empty()) return nullptr;
  return find_last(root, [&](const Node& node) { return node.id == id; });
}

const Node* find(const Node& root, std::string_view id_or_words) {
  if (id_or_words.empty()) return nullptr;
  if (const auto* by_id = find_id(root, id_or_words)) return by_id;
  if (const auto* by_text = find_last(root, [&](const Node& node) { return node.text == id_or_words; })) return by_text;
  return find_last(root, [&](const Node& node) { return node.value == id_or_words; });
}

static void collect_ids(const Node& node, std::vector<std::string>& ids) {
  if (!node.id.empty()) ids.push_back(node.id);
  for (const auto& child : node.children) collect_ids(child, ids);
}

std::vector<std::string> nearest_ids(const Node& root, std::string_view id, std::size_t count) {
  std::vector<std::string> ids;
  collect_ids(root, ids);
  return nearest(ids, id, count);
}

static boost::json::object to_object(const Node& node) {
  boost::json::object object;
  object["id"] = node.id;
  object["role"] = node.role;
  object["text"] = node.text;
  object["value"] = node.value;
  object["rectangle"] = {{"x", std::lround(node.rect.x)},
                         {"y", std::lround(node.rect.y)},
                         {"width", std::lround(node.rect.width)},
                         {"height", std::lround(node.rect.height)}};
  object["enabled"] = node.enabled;
  object["selected"] = node.selected;
  object["focused"] = node.focused;
  auto& children = object["children"].emplace_array();
  for (const auto& child : node.children) children.push_back(to_object(child));
  return object;
}

std::string to_json(const Node& node) { return boost::json::serialize(to_object(node)); }

}  // namespace paneltwin::panel
