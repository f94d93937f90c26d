#include "panel/screens/tile_pages.hpp"

#include <algorithm>
#include <cmath>

#include "panel/render/icons.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel {

namespace {
struct Grid {
  std::size_t columns = 1, rows = 1;
  float width = 0, height = 0, gap = 0;
};
}  // namespace

static Grid grid_for(const Ui& ui, const Rect& area, std::size_t tiles) {
  const float gap = ui.mm(3.5), width = ui.mm(area.width > ui.mm(150) ? 42 : 26.4), height = ui.mm(28);
  const auto fitting = [&](float room, float size) { return std::max(1.0f, std::floor((room + gap) / (size + gap))); };
  Grid grid{static_cast<std::size_t>(fitting(area.width - 2 * gap, width)),
            static_cast<std::size_t>(fitting(area.height - 2 * gap, height)), width, height, gap};
  if (tiles <= grid.columns) grid.rows = 1;
  grid.height =
      std::min(ui.mm(40), (area.height - gap * static_cast<float>(grid.rows + 1)) / static_cast<float>(grid.rows));
  return grid;
}

/// By sweeps, and by keys at the sides where the tiles leave `room` for a finger.
static void turn_pages(Ui& ui, const Rect& area, std::size_t pages, float room, const PageWords& words,
                       std::size_t& page) {
  page = std::min(page, pages - 1);
  if (pages < 2) return;
  const Rect left{area.x, area.y, ui.mm(9), area.height - ui.mm(5)};
  const Rect right{area.x + area.width - left.width, area.y, left.width, left.height};
  const auto swept = ui.hands().swept();
  bool back = page > 0 && swept == Direction::right, on = page + 1 < pages && swept == Direction::left;
  const bool keys = room >= left.width;
  if (page > 0 && keys)
    back |= icon_button(ui, left, {.id = "previous-page", .text = words.previous, .icon = icon::chevron_left});
  if (page + 1 < pages && keys)
    on |= icon_button(ui, right, {.id = "next-page", .text = words.next, .icon = icon::chevron_right});
  if (back) --page;
  if (on) ++page;
  if (back || on) ui.again_in(Milliseconds{0});
}

std::optional<std::size_t> tile_pages(Ui& ui, const Rect& area, const std::vector<Tile>& tiles, const PageWords& words,
                                      std::size_t& page) {
  if (tiles.empty()) return std::nullopt;
  const auto grid = grid_for(ui, area, tiles.size());
  const std::size_t on_page = grid.columns * grid.rows;
  const std::size_t pages = (tiles.size() + on_page - 1) / on_page;
  const auto span = [&](std::size_t n, float size) {
    return size * static_cast<float>(n) + grid.gap * static_cast<float>(n - 1);
  };
  turn_pages(ui, area, pages, (area.width - span(grid.columns, grid.width)) / 2, words, page);
  std::optional<std::size_t> tapped;
  const std::size_t shown = page;
  ui.push_clip(area);
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const std::size_t own_page = i / on_page, at = i % on_page;
    const std::size_t count = std::min(on_page, tiles.size() - own_page * on_page);
    const std::size_t in_line = std::min(count, grid.columns), lines = (count + grid.columns - 1) / grid.columns;
    const Rect block = centred(area, span(in_line, grid.width), span(lines, grid.height));
    const auto column = static_cast<float>(at % grid.columns), line = static_cast<float>(at / grid.columns);
    // Pages lie side by side: a tile of another one is a node out of sight, as rows of a list are.
    const float beside = (static_cast<float>(own_page) - static_cast<float>(shown)) * area.width;
    const Rect place{std::round(beside + block.x + column * (grid.width + grid.gap)),
                     std::round(block.y + line * (grid.height + grid.gap)), std::round(grid.width),
                     std::round(grid.height)};
    const auto reaction = tile(ui, place, tiles[i]);
    if (reaction.tapped) tapped = i;
    if (reaction.focused && own_page != shown) {  // the keyboard's focus takes its page with it
      page = own_page;
      ui.again_in(Milliseconds{0});
    }
  }
  ui.pop_clip();
  page_dots(ui, {area.x, area.y + area.height - ui.mm(4), area.width, ui.mm(4)}, pages, shown);
  return tapped;
}

}  // namespace paneltwin::panel
