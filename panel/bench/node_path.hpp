// A node on the glass that stays the same one from frame to frame: its ids from the root down.
#pragma once

#include <string>
#include <vector>

#include "panel/ui/tree.hpp"

namespace paneltwin::panel::bench {

/// The nodes from the root to one of them; pointers are of one frame.
using NodeWay = std::vector<const Node*>;

/// "panel/home-screen/scan"; nodes without id are called by role and place.
std::string path_of(const NodeWay& way);
/// The way that path_of() names; empty when it is not on the glass.
NodeWay way_to_path(const Node& root, const std::string& path);
/// To the last drawn node at this place of the glass; at least the root.
NodeWay way_at(const Node& root, float x, float y);
/// Every node, parents first, with its way.
std::vector<NodeWay> all_ways(const Node& root);

}  // namespace paneltwin::panel::bench
