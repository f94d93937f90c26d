// Memory Device > Print: the files that are on it, and how to print one.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen memory_print_screen();

}  // namespace paneltwin::panel
