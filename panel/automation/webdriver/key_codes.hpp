// Keys as WebDriver writes them: characters, and private code points for keys without one (W3C WebDriver 17.4.2).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "panel/ui/input.hpp"

namespace paneltwin::panel::webdriver {

/// The UI Events name of the key behind U+E000 to U+E05D ("Enter"); empty for characters.
std::string_view key_named_by(std::string_view character);

/// Splits UTF-8 into characters.
std::vector<std::string> characters_of(std::string_view text);

/// What keys that are down do to those that follow.
struct Modifiers {
  bool shift = false;
};

/// What the key's going down feeds the panel; nothing for keys that it has none of. Follows Shift's going down.
std::vector<InputEvent> press_key(std::string_view character, Modifiers& modifiers);

}  // namespace paneltwin::panel::webdriver
