#include "panel/ui/keyboard_layout.hpp"

#include <algorithm>

namespace paneltwin::panel {

static constexpr KeyboardLayout letter_layouts[] = {
    {"qwerty", {"qwertyuiop", "asdfghjkl", "zxcvbnm"}},
    {"azerty", {"azertyuiop", "qsdfghjklm", "wxcvbn"}},
    {"qwertz", {"qwertzuiop", "asdfghjkl", "yxcvbnm"}},
};

// Every printable ASCII sign is on one of the two.
static constexpr KeyboardLayout symbol_layouts[] = {
    {"symbols", {"1234567890", "@#$%&*-+=/", "!?'\":;,"}},
    {"more-symbols", {"[]{}<>()|\\", "~^`_.-+=/*", "!?'\":;,"}},
};

const KeyboardLayout& letters_layout(std::string_view name) {
  const auto* found = std::ranges::find(letter_layouts, name, &KeyboardLayout::name);
  return found == std::end(letter_layouts) ? letter_layouts[0] : *found;
}

const KeyboardLayout& symbols_layout(int page) { return symbol_layouts[page == 0 ? 0 : 1]; }

}  // namespace paneltwin::panel
