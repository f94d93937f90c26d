#include "device/copy/copy_defaults.hpp"

#include "device/names.hpp"

namespace paneltwin::device {

CopyRequest default_copy(const Settings& settings) {
  CopyRequest copy;
  copy.color = named<ColorMode>(settings.text("copy-color-mode")).value_or(copy.color);
  copy.sides = named<CopySides>(settings.text("copy-sides")).value_or(copy.sides);
  copy.layout = named<CopyLayout>(settings.text("copy-layout")).value_or(copy.layout);
  copy.density = settings.number("copy-density");
  copy.remove_background = settings.is_on("copy-remove-background");
  return copy;
}

}  // namespace paneltwin::device
