// Where the last frame had what can be touched: input is meant for what was on the glass when it came.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "panel/ui/tree.hpp"

namespace paneltwin::panel {

struct Spot {
  std::string path;  // ids from the root on: the same from frame to frame
  std::string list;  // path of the list that it scrolls in, or nothing
  Rect whole, visible;
  bool enabled = true, pressable = false;
  bool leaves = false, is_default = false, repeats = false;
  bool is_list = false;
};

class Spots {
 public:
  void add(Spot spot) { spots_.push_back(std::move(spot)); }
  /// All spots so far lie under a sheet from here on.
  void cover() { covered_ = spots_.size(); }
  void clear();

  [[nodiscard]] const Spot* find(std::string_view path) const;
  /// The topmost pressable thing there; nothing when a sheet is over it.
  [[nodiscard]] const Spot* pressable_at(float x, float y) const;
  [[nodiscard]] const Spot* list_at(float x, float y) const;
  /// What the keys can reach, in the order of drawing.
  [[nodiscard]] std::vector<const Spot*> reachable() const;

 private:
  std::vector<Spot> spots_;
  std::size_t covered_ = 0;
};

}  // namespace paneltwin::panel
