// The strip at the foot of Copy and Scan: what lies on the machine, the preset star, and the start key.
#pragma once

#include "panel/screens/screen.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

struct StartBarTap {
  bool start = false, star = false;
};

/// `key` is drawn with the start sign; the star is left out where nothing can be kept as a preset.
StartBarTap start_bar(Ui& ui, const Context& context, Rect bar, Button key, bool star = true);
float start_bar_height(const Ui& ui);

/// Asks for a name and keeps the preset under it.
void name_preset(const Context& context, device::Preset preset);

}  // namespace paneltwin::panel
