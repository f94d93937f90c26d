// Edit Home: the order of the home screen's tiles, and which of them are shown. Wallpaper: what is behind them.
#pragma once

#include "panel/screens/menu.hpp"
#include "panel/screens/wallpaper.hpp"

namespace paneltwin::panel {

/// The items of the home menu that the model has, as people have ordered them; hidden ones too when `all`.
std::vector<const MenuItem*> home_items(const Menu& menu, const Context& context, bool all);

Screen edit_home_screen(ReadMenu menu);
Screen wallpaper_screen(ReadWallpapers wallpapers);

}  // namespace paneltwin::panel
