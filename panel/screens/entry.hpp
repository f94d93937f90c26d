// Typing: the sheet with a field, a counter and the on-screen keyboard.
#pragma once

#include <functional>
#include <string>

#include "panel/screens/stage.hpp"
#include "panel/ui/keyboard.hpp"

namespace paneltwin::panel {

struct Entry {
  std::string id, title, text;  // `title` is a catalogue key, so that it follows the language
  EntryKind kind = EntryKind::text;
  std::size_t limit = 255;                          // letters
  std::function<bool(const std::string&)> is_good;  // OK can be tapped; may be empty
  std::function<void(const Context&, const std::string&)> done;
  bool stays = false;  // OK leaves it open and the field empty: `done` closes it, when the password is right
};

Screen entry_sheet(Entry entry);

}  // namespace paneltwin::panel
