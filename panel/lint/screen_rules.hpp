// What can be wrong with a screen, seen from the nodes that it drew.
#pragma once

#include "panel/lint/finding.hpp"
#include "panel/ui/tree.hpp"

namespace paneltwin::panel {

/// False for a target that a fingertip does not hit safely: under 9 mm, a pixel of rounding apart.
bool is_large_enough(const Node& node, double pixels_per_mm);

/// Where the nodes were drawn: goes into every finding.
struct Sight {
  std::string screen, model, language, theme;
  double pixels_per_mm = 4;
};

/// clipped-text, outside-glass, overlap, small-target, no-id, no-text, twin-id.
Findings check_screen(const Node& root, const Sight& sight);

}  // namespace paneltwin::panel
