// The machine around the glass: a graphite frame, home and power keys that press, lamps that light.
#pragma once

#include "device/state.hpp"
#include "device/text/catalogue.hpp"
#include "panel/ui/ui.hpp"

namespace paneltwin::panel {

/// Sizes in pixels of the window, for a glass shown at `scale` times its own pixels.
struct BodyLayout {
  Rect body, glass;
  float mm = 4;  // one millimetre of the machine
};

/// `glass_width` and `glass_height` in its own pixels; `room` is what the window has; the largest whole scale that
/// fits, else a smaller one.
BodyLayout lay_out_body(const Rect& room, int glass_width, int glass_height, double pixels_per_mm);
/// How many times the glass's own pixels are shown.
double scale_of(const BodyLayout& layout, int glass_width);
/// Width and height of the whole body at scale 1.
Rect body_size(int glass_width, int glass_height, double pixels_per_mm);

enum class BodyKey { none, home, power };

/// What the finger does to the keys on the body, this frame.
struct BodyKeys {
  BodyKey tapped = BodyKey::none;
  bool power_down = false;
};
/// Draws all but what is on the glass; answers the key that was tapped.
BodyKeys show_body(Ui& ui, const BodyLayout& layout, const device::State& state, const device::Catalogue& words);

}  // namespace paneltwin::panel
