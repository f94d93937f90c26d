// The home screen: what the machine can do, how it is, and Job/Status.
#pragma once

#include "panel/screens/menu.hpp"

namespace paneltwin::panel {

/// `menu` is menus/home.yaml's.
Screen home_screen(ReadMenu menu);

}  // namespace paneltwin::panel
