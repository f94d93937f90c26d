// Program Verification on Start Up found the program altered: the panel says so once, and an administrator accepts it.
#pragma once

#include "panel/screens/stage.hpp"

namespace paneltwin::panel {

Question program_altered(const Context& context);

}  // namespace paneltwin::panel
