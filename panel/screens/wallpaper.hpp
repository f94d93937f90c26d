// Wallpapers behind the home screen's tiles: a few shapes in the theme's own colours, so that each fits every theme.
//
//   wallpaper: hills                       # the file's name
//   text: wallpaper.hills                  # catalogue key
//   shapes:                                # x and widths in percent of the glass's width, y and heights of its height
//     - {circle: [80, 20, 30], colour: accent, alpha: 8}      # x, y, radius (of the width); alpha in percent
//     - {band: [0, 70, 100, 30], colour: hint, alpha: 6}      # x, y, width, height
#pragma once

#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "device/assets.hpp"
#include "device/text/catalogue.hpp"
#include "panel/ui/ui.hpp"

namespace paneltwin::panel {

struct Wallpaper {
  struct Shape {
    bool round = false;
    double x = 0, y = 0, width = 0, height = 0;  // percent; of a circle `width` is its radius
    Colour Theme::* colour = nullptr;
    double alpha = 10;  // percent
  };
  std::string id, text;
  std::vector<Shape> shapes;
};
using Wallpapers = std::map<std::string, Wallpaper, std::less<>>;

/// Asked anew each frame: a file may have been saved meanwhile. Never null.
using ReadWallpapers = std::function<std::shared_ptr<const Wallpapers>()>;

/// assets/wallpapers/*.yaml; errors name file, line and column.
std::expected<Wallpapers, device::FileError> load_wallpapers(const device::Assets& assets,
                                                             const device::Catalogue& words);
void draw_wallpaper(Ui& ui, const Rect& area, const Wallpaper& wallpaper);

}  // namespace paneltwin::panel
