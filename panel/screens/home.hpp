// The home screen: what the machine can do, how it is, and Job/Status.
#pragma once

#include "panel/screens/menu.hpp"

namespace paneltwin::panel {

/// `menu` is menus/home.yaml's, and must outlive the screen.
Screen home_screen(const Menu& menu);

}  // namespace paneltwin::panel
