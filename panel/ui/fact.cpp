// A label and its value, to read.
#include <algorithm>
#include <cmath>

#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

namespace {
struct Parts {
  Rect label, value;
};
}  // namespace

static Parts parts_of(const Ui& ui, const Rect& rect) {
  Rect value = inset(rect, ui.theme().margin, 0);
  Rect label = cut_left(value, std::round(value.width * 0.42f));
  cut_right(label, ui.mm(3));
  return {label, value};
}

static FittedText wrapped(Ui& ui, const std::string& text, const Rect& part) {
  return wrap(ui.canvas().glyphs(), ui.theme().body, text, part.width);
}

static void draw_lines(Ui& ui, const FittedText& text, Rect part, Colour colour) {
  const float line = line_height(ui.theme().body);
  part.y = std::round(part.y + (part.height - line * static_cast<float>(text.lines.size())) / 2);
  part.height = line;
  for (const auto& words : text.lines) {
    ui.canvas().words(part, ui.theme().body, colour, words);
    part.y += line;
  }
}

float fact_height(Ui& ui, const Fact& fact, float width) {
  const auto& theme = ui.theme();
  const auto [label, value] = parts_of(ui, {0, 0, width, 0});
  const auto lines = std::max(wrapped(ui, fact.text, label).lines.size(), wrapped(ui, fact.value, value).lines.size());
  const float words = line_height(theme.body) * static_cast<float>(lines);
  return std::max(std::round(theme.row * 0.82f), std::round(words + ui.mm(3)));
}

void fact(Ui& ui, const Rect& rect, const Fact& fact) {
  const auto& theme = ui.theme();
  const auto [label, value] = parts_of(ui, rect);
  const auto name = wrapped(ui, fact.text, label);  // a value may be one endless word, a name may not
  ui.add(
      {.role = "row", .id = fact.id, .text = fact.text, .value = fact.value, .rect = rect, .shortened = name.broken});
  if (!ui.is_in_sight(rect)) return;
  if (!fact.card) ui.canvas().fill(rect, theme.surface);
  draw_lines(ui, name, label, theme.secondary);
  draw_lines(ui, wrapped(ui, fact.value, value), value, fact.alert ? theme.error : theme.text);
  if (fact.last) return;
  const float y = rect.y + rect.height - 0.5f;
  ui.canvas().line(rect.x + theme.margin, y, rect.x + rect.width, y, theme.divider, 1);
}

}  // namespace paneltwin::panel
