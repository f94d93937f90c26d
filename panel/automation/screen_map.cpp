#include "panel/automation/screen_map.hpp"

#include <algorithm>
#include <map>

namespace paneltwin::panel {

namespace {

class MapMaker {
 public:
  explicit MapMaker(const Screens& screens) : screens_(screens) {
    place("home", 0);
    lose_rest();
    add_other_ways();
    for (const auto& one : map_.places) map_.columns = std::max(map_.columns, one.column + 1);
    map_.lines = next_line_;
  }
  ScreenMap take() { return std::move(map_); }

 private:
  /// Depth first; a screen hangs where the shortest way to it comes from, its own children around its height.
  std::size_t place(const std::string& id, int column) {
    const auto at = map_.places.size();
    map_.places.push_back({id, column, 0});
    at_[id] = at;
    std::vector<double> lines;
    if (const auto menu = screens_.menus().find(id); menu != screens_.menus().end()) {
      for (const auto& item : menu->second.items) {
        if (item.opens.empty()) continue;  // a switch
        const auto way = way_to(screens_.menus(), item.opens);
        if (at_.contains(item.opens) || way.empty() || way.back() != id) continue;
        const auto child = place(item.opens, column + 1);
        lines.push_back(map_.places[child].line);
        map_.ways.push_back({at, child, true});
      }
    }
    map_.places[at].line = lines.empty() ? next_line_++ : (lines.front() + lines.back()) / 2;
    return at;
  }

  void lose_rest() {
    int deepest = 0;
    for (const auto& one : map_.places) deepest = std::max(deepest, one.column);
    for (const auto& id : screens_.ids()) {
      if (at_.contains(id)) continue;
      at_[id] = map_.places.size();
      map_.places.push_back({id, deepest + 1, static_cast<double>(next_line_++)});
    }
  }

  void add_other_ways() {
    for (const auto& [id, menu] : screens_.menus()) {
      for (const auto& item : menu.items) {
        if (!at_.contains(item.opens)) continue;  // a switch
        const ScreenMap::Way way{at_.at(id), at_.at(item.opens), false};
        const bool known = std::ranges::any_of(
            map_.ways, [&](const auto& other) { return other.from == way.from && other.to == way.to; });
        if (!known) map_.ways.push_back(way);
      }
    }
  }

  const Screens& screens_;
  ScreenMap map_;
  std::map<std::string, std::size_t, std::less<>> at_;
  int next_line_ = 0;
};

}  // namespace

ScreenMap map_of(const Screens& screens) { return MapMaker(screens).take(); }

}  // namespace paneltwin::panel
