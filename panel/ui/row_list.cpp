#include "panel/ui/row_list.hpp"

#include <cmath>
#include <utility>

#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"

namespace paneltwin::panel {

bool is_roomy(const Ui& ui) { return ui.glass().width >= ui.mm(150); }

RowList::RowList(Ui& ui, const std::string& id, const Rect& view, bool columns, std::size_t rows)
    : ui_(ui), rest_(ui.open_list(id, view)), columns_(columns && is_roomy(ui)), alone_(rows < 2) {
  top_ = rest_.y;
  if (is_roomy(ui)) {
    rest_ = inset(rest_, ui.theme().margin, 0);
    cut_top(rest_, ui.theme().margin);
  }
}

RowList::~RowList() {
  place(0);
  if (is_roomy(ui_)) cut_top(rest_, ui_.theme().margin);
  ui_.close_list(rest_.y - top_);
}

Rect RowList::place(float height) {
  if (!facts_.empty()) draw_facts();
  if (second_column_ > 0) cut_top(rest_, std::exchange(second_column_, 0.0f));
  return cut_top(rest_, height);
}

Rect RowList::next_row() {
  const auto& theme = ui_.theme();
  if (!columns_) return place(theme.row);
  if (!facts_.empty()) draw_facts();
  if (alone_) {
    const Rect whole = place(theme.row + theme.gap);
    return {whole.x, whole.y, whole.width, theme.row};
  }
  const float width = std::round((rest_.width - theme.gap) / 2);
  const float pitch = theme.row + theme.gap;
  if (second_column_ > 0) {
    const Rect line = cut_top(rest_, std::exchange(second_column_, 0.0f));
    return {line.x + line.width - width, line.y, width, theme.row};
  }
  second_column_ = pitch;
  return {rest_.x, rest_.y, width, theme.row};
}

bool RowList::row(Row row) {
  row.card = columns_;
  return panel::row(ui_, next_row(), row);
}

void RowList::fact(const Fact& fact) {
  if (is_roomy(ui_)) {
    facts_.push_back(fact);
  } else {
    panel::fact(ui_, place(fact_height(ui_, fact, rest_.width)), fact);
  }
}

/// The card first, then what stands on it.
void RowList::draw_facts() {
  const auto& theme = ui_.theme();
  auto facts = std::exchange(facts_, {});
  float height = 0;
  for (auto& fact : facts) height += fact_height(ui_, fact, rest_.width);
  facts.back().last = true;
  Rect card = place(height);
  ui_.canvas().shadow(card, theme.shadow, theme.radius, ui_.mm(0.6));
  ui_.canvas().fill(card, theme.surface, theme.radius);
  for (auto& fact : facts) {
    fact.card = true;
    panel::fact(ui_, cut_top(card, fact_height(ui_, fact, rest_.width)), fact);
  }
  place(theme.gap);
}

int RowList::stepper(Stepper stepper) {
  stepper.card = columns_;
  return panel::stepper(ui_, next_row(), stepper);
}

void RowList::words(const std::string& id, const std::string& text, Colour colour) {
  const auto& theme = ui_.theme();
  const float width = rest_.width - 2 * theme.margin;
  const float height = paragraph_height(ui_, text, theme.body, width);
  const Rect area = inset(place(height + ui_.mm(4)), theme.margin, ui_.mm(2));
  paragraph(ui_, area, id, text, {theme.body, colour});
}

void RowList::heading(const std::string& id, const std::string& text) {
  const auto& theme = ui_.theme();
  Rect line = place(std::round(ui_.mm(7)));
  cut_left(line, is_roomy(ui_) ? 0 : theme.margin);
  label(ui_, line, id, text, {theme.small, theme.secondary});
}

void nothing_here(Ui& ui, const Rect& area, const std::string& text) {
  const auto& theme = ui.theme();
  const float width = area.width - 4 * theme.margin;
  const float height = paragraph_height(ui, text, theme.body, width);
  paragraph(ui, centred(area, width, height), "nothing", text, {theme.body, theme.secondary, Align::centre});
}

}  // namespace paneltwin::panel
