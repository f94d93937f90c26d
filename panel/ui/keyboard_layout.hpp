// Which letters stand where on the on-screen keyboard.
#pragma once

#include <array>
#include <string_view>

namespace paneltwin::panel {

/// Three rows of letters, ten at most in each.
struct KeyboardLayout {
  std::string_view name;
  std::array<std::string_view, 3> rows;
};

/// "qwerty", "azerty" or "qwertz"; QWERTY for any other name.
const KeyboardLayout& letters_layout(std::string_view name);
/// Digits and signs; `page` 0 or 1.
const KeyboardLayout& symbols_layout(int page);

}  // namespace paneltwin::panel
