// Dialogs and keyboards by name, for pictures and checks of every state of the glass.
#pragma once

#include <string_view>
#include <vector>

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

struct NamedSheet {
  std::string_view id, under;  // `under`: the screen that it comes up over
  void (*open)(const Context&);
};

const std::vector<NamedSheet>& named_sheets();
/// Nothing when there is none of that name.
const NamedSheet* find_sheet(std::string_view id);

}  // namespace paneltwin::panel
