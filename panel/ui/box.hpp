// Layout by cutting: a page is a rectangle that bars, columns and rows are cut from.
#pragma once

#include <algorithm>

#include "panel/ui/tree.hpp"

namespace paneltwin::panel {

/// Each takes a strip off `from` and returns it; what is left stays in `from`.
inline Rect cut_top(Rect& from, float height) {
  height = std::clamp(height, 0.0f, from.height);
  const Rect strip{from.x, from.y, from.width, height};
  from.y += height;
  from.height -= height;
  return strip;
}

inline Rect cut_bottom(Rect& from, float height) {
  height = std::clamp(height, 0.0f, from.height);
  from.height -= height;
  return {from.x, from.y + from.height, from.width, height};
}

inline Rect cut_left(Rect& from, float width) {
  width = std::clamp(width, 0.0f, from.width);
  const Rect strip{from.x, from.y, width, from.height};
  from.x += width;
  from.width -= width;
  return strip;
}

inline Rect cut_right(Rect& from, float width) {
  width = std::clamp(width, 0.0f, from.width);
  from.width -= width;
  return {from.x + from.width, from.y, width, from.height};
}

/// Smaller by `x` at left and right, by `y` at top and bottom.
inline Rect inset(const Rect& rect, float x, float y) {
  return {rect.x + x, rect.y + y, std::max(0.0f, rect.width - 2 * x), std::max(0.0f, rect.height - 2 * y)};
}
inline Rect inset(const Rect& rect, float all) { return inset(rect, all, all); }

inline Rect centred(const Rect& in, float width, float height) {
  return {in.x + static_cast<float>(static_cast<int>((in.width - width) / 2)),
          in.y + static_cast<float>(static_cast<int>((in.height - height) / 2)), width, height};
}

inline Rect common(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  return {x, y, std::max(0.0f, std::min(a.x + a.width, b.x + b.width) - x),
          std::max(0.0f, std::min(a.y + a.height, b.y + b.height) - y)};
}

}  // namespace paneltwin::panel
