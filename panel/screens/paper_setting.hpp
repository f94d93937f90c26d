// Paper Setting: what lies in each paper source.
#pragma once

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

Screen paper_setting_screen();

}  // namespace paneltwin::panel
