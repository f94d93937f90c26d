// A page that says what will happen and has one key that starts it.
#pragma once

#include <string>

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

struct StartPage {
  std::string title, message, key;  // catalogue keys
  char32_t icon = 0;
  device::Command command;  // answers a receipt number
  bool locked = false;      // Lock Setting covers it
};

/// A large icon over words that go on in lines of about the same length, in the middle of `area`.
void show_announcement(Ui& ui, const Rect& area, char32_t icon, const std::string& text);

Screen start_page(std::string id, StartPage page);

}  // namespace paneltwin::panel
