// The home screen: what the machine can do, how it is, and Job/Status.
#pragma once

#include <memory>

#include "panel/screens/menu.hpp"
#include "panel/screens/wallpaper.hpp"

namespace paneltwin::panel {

/// `menu` is menus/home.yaml's.
Screen home_screen(ReadMenu menu, ReadWallpapers wallpapers);

}  // namespace paneltwin::panel
