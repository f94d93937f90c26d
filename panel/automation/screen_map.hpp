// Where every screen stands among the others, laid out for a drawing: from home at the left, a column deeper each.
#pragma once

#include <string>
#include <vector>

#include "panel/screens/screens.hpp"

namespace paneltwin::panel {

struct ScreenMap {
  struct Place {
    std::string id;
    int column = 0;
    double line = 0;  // from the top, in lines of text
  };
  struct Way {
    std::size_t from = 0, to = 0;  // places
    bool shortest = true;          // the way that a flow takes
  };
  std::vector<Place> places;
  std::vector<Way> ways;
  int columns = 0, lines = 0;
};

/// Every menu, and what menus open. What no menu opens stands in a column of its own at the end.
ScreenMap map_of(const Screens& screens);

}  // namespace paneltwin::panel
