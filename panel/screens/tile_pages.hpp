// Tiles in a grid, in pages when they are many: swept sideways, or turned by arrows at the sides.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

/// What the arrows are called, for whoever asks; they show only signs.
struct PageWords {
  std::string previous, next;
};

/// The index of the tile that was tapped. `page` is turned by sweeps and arrows.
std::optional<std::size_t> tile_pages(Ui& ui, const Rect& area, const std::vector<Tile>& tiles, const PageWords& words,
                                      std::size_t& page);

}  // namespace paneltwin::panel
