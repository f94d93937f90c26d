#include "panel/screens/entry.hpp"

#include <algorithm>
#include <cmath>

#include "panel/render/icons.hpp"
#include "panel/screens/page.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"

namespace paneltwin::panel {

namespace {

constexpr Milliseconds reveal_time{900}, blink_time{530};
constexpr std::string_view dot = "\xE2\x80\xA2";

struct EntrySheet {
  Entry entry;
  TextEdit edit;
  Keyboard keyboard;
  Milliseconds typed_at{-1e9};

  explicit EntrySheet(Entry from) : entry(std::move(from)), edit(entry.text, entry.limit), keyboard(entry.kind) {}

  void show(Ui& ui, const Context& context);
  bool title_line(Ui& ui, const Context& context, Rect line);
  void field(Ui& ui, const Rect& rect, const std::string& title);
  [[nodiscard]] std::string masked(std::string_view text, bool reveal_last) const;
};

std::string EntrySheet::masked(std::string_view text, bool reveal_last) const {
  if (entry.kind != EntryKind::password) return std::string(text);
  std::string dots;
  while (!text.empty()) {
    const std::string_view from = text;
    take_letter(text);
    dots += text.empty() && reveal_last ? from : dot;
  }
  return dots;
}

/// Cancel, title and counter. True when cancelled.
bool EntrySheet::title_line(Ui& ui, const Context& context, Rect line) {
  const auto& theme = ui.theme();
  const bool cancelled =
      icon_button(ui, cut_left(line, ui.mm(11)),
                  {.id = "cancel", .text = context.text("button.cancel"), .icon = icon::close, .leaves = true});
  cut_right(line, theme.margin);
  const auto count = std::to_string(edit.letters()) + "/" + std::to_string(edit.limit());
  label(ui, cut_right(line, ui.mm(16)), "counter", count, {theme.small, theme.secondary, Align::right});
  label(ui, line, "title", context.text(entry.title), {theme.title, theme.text});
  return cancelled;
}

void EntrySheet::field(Ui& ui, const Rect& rect, const std::string& title) {
  const auto& theme = ui.theme();
  auto& canvas = ui.canvas();
  const bool reveal = ui.animates() && ui.now() - typed_at < reveal_time;
  if (reveal) ui.again_in(reveal_time - (ui.now() - typed_at));
  ui.add({.role = "field",
          .id = "input",
          .text = title,
          .value = masked(edit.text(), false),
          .rect = rect,
          .selected = true});
  // Who writes down what hands do learns from this that it is a secret.
  if (entry.kind == EntryKind::password) ui.add({.role = "mask", .id = "masked", .rect = rect});
  canvas.fill(rect, theme.surface, theme.radius);
  canvas.outline(rect, theme.accent, theme.radius, std::max(2.0f, std::round(ui.mm(0.4))));
  const Rect inner = inset(rect, ui.mm(2.5), 0);
  auto& glyphs = canvas.glyphs();
  const auto shown = masked(edit.text(), reveal && edit.before_caret().size() == edit.text().size());
  const float caret = glyphs.width(theme.body, masked(edit.before_caret(), false));
  std::string_view seen = shown;
  float dropped = 0;  // whole letters go out of sight at the left, so that the caret stays in it
  while (!seen.empty() && caret - dropped > inner.width - ui.mm(1))
    dropped += glyphs.advance(theme.body, take_letter(seen));
  seen = front_that_fits(glyphs, theme.body, seen, inner.width);
  canvas.words(inner, theme.body, theme.text, seen);
  const double phase = ui.animates() ? std::fmod((ui.now() - typed_at) / blink_time, 2.0) : 0;
  if (phase < 1) {
    const float x = std::round(inner.x + caret - dropped);
    canvas.fill({x, rect.y + ui.mm(2), std::max(2.0f, std::round(ui.mm(0.35))), rect.height - ui.mm(4)}, theme.accent);
  }
  if (ui.animates()) ui.again_in(blink_time * (1 - std::fmod(phase, 1.0)));
}

void EntrySheet::show(Ui& ui, const Context& context) {
  const auto& theme = ui.theme();
  const float keys = Keyboard::height(ui);
  Rect rest = ui.glass();
  if (is_roomy(ui)) rest = cut_bottom(rest, keys + theme.bar_height + ui.mm(14));
  ui.open({.role = "sheet", .id = entry.id, .text = context.text(entry.title), .rect = rest});
  ui.canvas().fill(rest, theme.board);
  const Rect board = cut_bottom(rest, keys);
  const bool cancelled = title_line(ui, context, cut_top(rest, theme.bar_height));
  cut_bottom(rest, ui.mm(is_roomy(ui) ? 2 : 0.3));
  const auto before = edit.text();
  const auto may_ok = [&] { return !entry.is_good || entry.is_good(edit.text()); };
  const KeyWords words{context.text("button.ok"),     context.text("key.space"), context.text("key.shift"),
                       context.text("key.backspace"), context.text("key.left"),  context.text("key.right")};
  const bool ok = keyboard.show(ui, board, context.state.basic.keyboard, edit, may_ok, words);
  if (edit.text() != before) typed_at = ui.now();
  field(ui, inset(rest, theme.margin, 0), context.text(entry.title));
  ui.close();
  if (cancelled || (ok && !entry.stays)) context.stage.close_sheet(entry.id);
  if (!ok) return;
  const auto text = edit.text();
  if (entry.stays) edit.clear();
  entry.done(context, text);
}

}  // namespace

Screen entry_sheet(Entry entry) {
  auto id = entry.id;
  auto sheet = std::make_shared<EntrySheet>(std::move(entry));
  return {std::move(id), [sheet](Ui& ui, const Context& context, Rect) { sheet->show(ui, context); }};
}

}  // namespace paneltwin::panel
