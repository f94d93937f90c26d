// The dialog that shows a job under way.
#pragma once

#include <string>

#include "panel/screens/screen.hpp"

namespace paneltwin::panel {

struct ProgressBox {
  std::string id, title, detail;
  double share = -1;  // 0 to 1; less than 0: nobody knows
  bool may_cancel = true;
  std::string close_text;  // empty: no second button
};

enum class ProgressTap { none, cancel, close };

ProgressTap progress_box(Ui& ui, const Context& context, const ProgressBox& box);

}  // namespace paneltwin::panel
