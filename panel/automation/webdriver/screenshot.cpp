#include "panel/automation/webdriver/screenshot.hpp"

#include <algorithm>
#include <cmath>

#include <boost/json/string.hpp>

#include "net/base64.hpp"
#include "panel/render/png.hpp"

namespace paneltwin::panel::webdriver {

static Picture cut_out(const Picture& glass, const Rect& area) {
  const int left = std::max(0, static_cast<int>(area.x)), top = std::max(0, static_cast<int>(area.y));
  const int right = std::min(glass.width, static_cast<int>(std::lround(area.x + area.width)));
  const int bottom = std::min(glass.height, static_cast<int>(std::lround(area.y + area.height)));
  Picture part{std::max(0, right - left), std::max(0, bottom - top), {}};
  for (int y = top; y < bottom && part.width > 0; ++y) {
    const auto row = glass.rgba.begin() + (static_cast<std::ptrdiff_t>(y) * glass.width + left) * 4;
    part.rgba.insert(part.rgba.end(), row, row + static_cast<std::ptrdiff_t>(part.width) * 4);
  }
  return part;
}

Outcome<boost::json::value> screenshot(const Picture& glass, const Rect& area) {
  const auto png = to_png(cut_out(glass, area));
  if (png.empty()) return refuse(ErrorCode::unable_to_capture_screen, "nothing of it is on the glass");
  return boost::json::string(net::to_base64(png));
}

}  // namespace paneltwin::panel::webdriver
