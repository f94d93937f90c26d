// One key of the on-screen keyboard.
#pragma once

#include <string>

#include "panel/ui/ui.hpp"

namespace paneltwin::panel {

struct KeyCap {
  std::string id, text;
  char32_t icon = 0;     // drawn instead of the text
  bool special = false;  // shift and the like: darker
  bool main = false;     // OK
  bool lit = false;      // shift that is on
  bool enabled = true, repeats = false;
};

/// `cell` is touched whole; the cap is drawn a little smaller.
bool key_cap(Ui& ui, const Rect& cell, const KeyCap& cap);

}  // namespace paneltwin::panel
