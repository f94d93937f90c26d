// What is under way, and words in passing.
#include <cmath>

#include "panel/render/icons.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

void progress(Ui& ui, const Rect& rect, const std::string& id, double share) {
  const auto& theme = ui.theme();
  const float round = rect.height / 2;
  const auto percent = share < 0 ? std::string() : std::to_string(std::lround(share * 100)) + "%";
  ui.add({.role = "progress", .id = id, .value = percent, .rect = rect});
  ui.canvas().fill(rect, theme.inactive, round);
  Rect done = rect;
  if (share >= 0) {
    done.width = std::max(rect.height, std::round(rect.width * static_cast<float>(std::min(share, 1.0))));
  } else {
    constexpr double period_ms = 1400;
    const double phase = ui.animates() ? std::fmod(ui.now().count(), period_ms) / period_ms : 0.25;
    const double way = phase < 0.5 ? phase * 2 : 2 - phase * 2;
    done.width = rect.width * 0.3f;
    done.x = std::round(rect.x + (rect.width - done.width) * static_cast<float>(way * way * (3 - 2 * way)));
    if (ui.animates()) ui.again_in(Milliseconds{0});
  }
  ui.canvas().fill(done, theme.accent, round);
}

void toast(Ui& ui, const Rect& area, const std::string& text) {
  const auto& theme = ui.theme();
  auto& canvas = ui.canvas();
  const float most = area.width - 2 * theme.margin - ui.mm(14);
  const auto fitted = shorten(canvas.glyphs(), theme.body, text, most);
  const float words = std::ceil(canvas.glyphs().width(theme.body, fitted.lines.front()));
  const Rect place{std::round(area.x + (area.width - words - ui.mm(14)) / 2), area.y + ui.mm(2), words + ui.mm(14),
                   ui.mm(9)};
  ui.add({.role = "toast", .id = "toast", .text = text, .rect = place, .shortened = fitted.shortened});
  canvas.shadow(place, theme.shadow, ui.mm(4.5), ui.mm(1));
  canvas.fill(place, theme.text, ui.mm(4.5));
  canvas.icon(place.x + ui.mm(5), place.y + place.height / 2, theme.icon, theme.page, icon::check_circle);
  canvas.words({place.x + ui.mm(10), place.y, words, place.height}, theme.body, theme.page, fitted.lines.front());
}

}  // namespace paneltwin::panel
