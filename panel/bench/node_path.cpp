#include "panel/bench/node_path.hpp"

namespace paneltwin::panel::bench {

static std::string name_of(const Node* parent, const Node& node) {
  if (!node.id.empty() || !parent) return node.id;
  return node.role + "[" + std::to_string(&node - parent->children.data()) + "]";
}

std::string path_of(const NodeWay& way) {
  std::string path;
  const Node* parent = nullptr;
  for (const auto* node : way) {
    path += (path.empty() ? "" : "/") + name_of(parent, *node);
    parent = node;
  }
  return path;
}

static void collect(const NodeWay& way, std::vector<NodeWay>& all) {
  all.push_back(way);
  for (const auto& child : way.back()->children) {
    auto longer = way;
    longer.push_back(&child);
    collect(longer, all);
  }
}

std::vector<NodeWay> all_ways(const Node& root) {
  std::vector<NodeWay> all;
  collect({&root}, all);
  return all;
}

NodeWay way_to_path(const Node& root, const std::string& path) {
  for (auto& way : all_ways(root)) {
    if (path_of(way) == path) return way;
  }
  return {};
}

NodeWay way_at(const Node& root, float x, float y) {
  NodeWay best{&root};
  for (auto& way : all_ways(root)) {
    const auto& node = *way.back();
    if (node.rect.contains(x, y) && node.clip.contains(x, y)) best = std::move(way);
  }
  return best;
}

}  // namespace paneltwin::panel::bench
