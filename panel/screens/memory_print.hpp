// Memory Device > Print: the files that are on it, and how to print one.
#pragma once

#include "panel/screens/stage.hpp"

namespace paneltwin::panel {

Screen memory_print_screen();
/// Instead of what would be there with a memory device: that there is none, or that there may be none.
void no_memory_device(Ui& ui, const Context& context, const Rect& page);

}  // namespace paneltwin::panel
