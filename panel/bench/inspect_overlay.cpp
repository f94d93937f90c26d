// What the inspector lays over the glass: a grid, the touch targets, and the node that is looked at.
#include <algorithm>

#include <fmt/format.h>

#include "panel/bench/inspect_page.hpp"
#include "panel/lint/screen_rules.hpp"
#include "panel/ui/box.hpp"

namespace paneltwin::panel::bench {

namespace {

/// From the glass's own pixels to the window's.
struct Lens {
  Rect glass;
  float scale = 1;
  [[nodiscard]] Rect operator()(const Rect& rect) const {
    return {glass.x + rect.x * scale, glass.y + rect.y * scale, rect.width * scale, rect.height * scale};
  }
};

void show_grid(Canvas& canvas, const Lens& lens, double pixels_per_mm, Colour colour) {
  const float step = static_cast<float>(5 * pixels_per_mm) * lens.scale;
  for (int i = 1; static_cast<float>(i) * step < lens.glass.width; ++i) {
    const float x = lens.glass.x + static_cast<float>(i) * step;
    canvas.line(x, lens.glass.y, x, lens.glass.y + lens.glass.height, colour.faded(i % 2 ? 0.25f : 0.5f), 1);
  }
  for (int i = 1; static_cast<float>(i) * step < lens.glass.height; ++i) {
    const float y = lens.glass.y + static_cast<float>(i) * step;
    canvas.line(lens.glass.x, y, lens.glass.x + lens.glass.width, y, colour.faded(i % 2 ? 0.25f : 0.5f), 1);
  }
}

void show_targets(Canvas& canvas, const Lens& lens, const Node& node, double pixels_per_mm, const Theme& theme) {
  const Rect seen = common(node.rect, node.clip);
  if (node.pressable && seen.width > 0 && seen.height > 0) {
    const bool roomy = is_large_enough(node, pixels_per_mm);
    canvas.fill(lens(seen), (roomy ? theme.good : theme.error).faded(0.22f));
    canvas.outline(lens(seen), roomy ? theme.good : theme.error, 0, 1);
  }
  for (const auto& child : node.children) show_targets(canvas, lens, child, pixels_per_mm, theme);
}

}  // namespace

void InspectPage::show_over(Ui& ui, const Panel& panel, const Rect& glass) const {
  auto& canvas = ui.canvas();
  const auto& theme = ui.theme();
  const Lens lens{glass, glass.width / static_cast<float>(panel.model().width)};
  const double pixels_per_mm = panel.model().pixels_per_mm();
  canvas.push_clip(glass);
  if (grid_) show_grid(canvas, lens, pixels_per_mm, theme.hint);
  if (targets_) show_targets(canvas, lens, panel.tree(), pixels_per_mm, theme);
  const auto way = way_to_path(panel.tree(), selected_);
  if (!way.empty()) {
    const Rect box = lens(way.back()->rect);
    canvas.fill(box, theme.accent.faded(0.18f));
    canvas.outline(box, theme.accent, 0, 2);
    const auto size = fmt::format("{:.1f} × {:.1f} mm", way.back()->rect.width / pixels_per_mm,
                                  way.back()->rect.height / pixels_per_mm);
    const float width = canvas.glyphs().width(theme.small, size) + ui.mm(2), height = ui.mm(4.5);
    const Rect tag{std::clamp(box.x, glass.x, glass.x + glass.width - width),
                   box.y - height >= glass.y ? box.y - height : box.y, width, height};
    canvas.fill(tag, theme.accent);
    canvas.words(inset(tag, ui.mm(1), 0), theme.small, theme.on_accent, size);
  }
  canvas.pop_clip();
}

}  // namespace paneltwin::panel::bench
