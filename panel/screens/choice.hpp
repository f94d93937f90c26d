// One of several: the screen behind rows such as Language, File Format or Resolution.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

struct Option {
  std::string id, text;
};

struct Choice {
  std::string id, title;  // of the screen; `title` in words
  std::vector<Option> options;
  std::string on;                                                // id of the option that is on
  std::function<void(const Context&, const std::string&)> take;  // the id chosen; the screen goes back by itself
};

/// A screen over a choice that is made anew each frame, so that it follows the snapshot and the language.
Screen choice_screen(std::string id, std::function<Choice(const Context&)> choice);

}  // namespace paneltwin::panel
