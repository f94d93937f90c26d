// Rows of a list: label, current value, and what a tap does at the end.
#include <cmath>

#include "panel/render/icons.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/text_layout.hpp"
#include "panel/ui/widgets.hpp"

namespace paneltwin::panel {

static void on_off_switch(Ui& ui, const Rect& at, bool on, bool enabled) {
  const auto& theme = ui.theme();
  const Rect track = centred(at, ui.mm(9), ui.mm(5));
  const Colour colour = !enabled ? theme.inactive : on ? theme.accent : theme.disabled;
  ui.canvas().fill(track, colour, track.height / 2);
  const float x = on ? track.x + track.width - track.height / 2 : track.x + track.height / 2;
  ui.canvas().circle(x, track.y + track.height / 2, track.height / 2 - ui.mm(0.6), theme.surface);
}

static float end_width(Ui& ui, const Row& row) {
  const float lock = row.locked ? ui.mm(6) : 0;
  switch (row.end) {
    case Row::End::nothing:
      return lock;
    case Row::End::chevron:
      return lock + ui.mm(6);
    case Row::End::on_off:
      return lock + ui.mm(12);
    case Row::End::radio:
    case Row::End::add:
    case Row::End::remove:
      return lock + ui.mm(9);
  }
  return lock;
}

/// Draws the end of the row and takes its room off `inner`.
static void draw_end(Ui& ui, Rect& inner, const Row& row) {
  const auto& theme = ui.theme();
  auto& canvas = ui.canvas();
  const auto icon_at_end = [&](char32_t sign, Colour colour, float width) {
    const Rect at = cut_right(inner, width);
    canvas.icon(at.x + at.width / 2, at.y + at.height / 2, theme.icon, colour, sign);
  };
  switch (row.end) {
    case Row::End::nothing:
      break;
    case Row::End::chevron:
      icon_at_end(icon::chevron_right, row.enabled ? theme.secondary : theme.disabled, ui.mm(5));
      break;
    case Row::End::on_off:
      on_off_switch(ui, cut_right(inner, ui.mm(10)), row.on, row.enabled);
      break;
    case Row::End::radio:
      icon_at_end(row.on ? icon::radio_on : icon::radio_off, row.on ? theme.accent : theme.secondary, ui.mm(7));
      break;
    case Row::End::add:
      icon_at_end(icon::plus, theme.accent, ui.mm(7));
      break;
    case Row::End::remove:
      icon_at_end(icon::close, theme.secondary, ui.mm(7));
      break;
  }
  if (row.locked) icon_at_end(icon::lock, theme.secondary, ui.mm(6));
}

/// Wi-Fi's four bars, as many of them full as `row` says, and a lock where it asks for a password.
static void draw_signal(Ui& ui, const Rect& at, const Row& row) {
  const auto& theme = ui.theme();
  constexpr int bars = 4;
  const float width = ui.mm(0.9), gap = ui.mm(0.5), foot = at.y + at.height / 2 + ui.mm(2);
  for (int bar = 0; bar < bars; ++bar) {
    const float height = ui.mm(1.2 + 0.95 * bar);
    ui.canvas().fill(
        {std::round(at.x + ui.mm(0.4) + static_cast<float>(bar) * (width + gap)), foot - height, width, height},
        bar < row.signal ? theme.accent : theme.disabled, ui.mm(0.2));
  }
  if (row.guarded) {
    const FontStyle small{theme.icon.family, theme.icon.em / 2};
    ui.canvas().icon(at.x + ui.mm(1.1), at.y + at.height / 2 - ui.mm(1.7), small, theme.secondary, icon::lock);
  }
}

/// Two lines of words, `upper` with the value at its right end. True when one ends in dots.
static bool draw_two_lines(Ui& ui, const Rect& inner, const Row& row, const std::string& lower_text, bool draw) {
  const auto& theme = ui.theme();
  auto& canvas = ui.canvas();
  const bool value_apart = !row.detail.empty();
  const float value_width = value_apart ? canvas.glyphs().width(theme.body, row.value) : 0;
  const float room = inner.width - (value_width > 0 ? value_width + ui.mm(3) : 0);
  const auto text = shorten(canvas.glyphs(), theme.body, row.text, room);
  const auto lower = shorten(canvas.glyphs(), theme.small, lower_text, inner.width);
  if (draw) {
    const float pitch = std::round(inner.height * 0.21f);
    const Colour value_colour = row.alert ? theme.error : theme.secondary;
    Rect line{inner.x, inner.y - pitch, inner.width, inner.height};
    canvas.words(line, theme.body, row.enabled ? theme.text : theme.disabled, text.lines.front());
    line.y = inner.y + pitch;
    canvas.words(line, theme.small, row.enabled ? theme.secondary : theme.disabled, lower.lines.front());
    line.y = inner.y - pitch;
    if (value_apart) canvas.words(line, theme.body, value_colour, row.value, Align::right);
  }
  return text.shortened || lower.shortened;
}

/// A label alone that is too long for a line, in two. True when it ends in dots even so.
static bool draw_long_label(Ui& ui, const Rect& inner, const Row& row, bool draw) {
  const auto& theme = ui.theme();
  const auto text = wrap(ui.canvas().glyphs(), theme.body, row.text, inner.width, 2);
  if (draw) {
    const float pitch = line_height(theme.body);
    Rect line{inner.x, inner.y - pitch * static_cast<float>(text.lines.size() - 1) / 2, inner.width, inner.height};
    for (const auto& words : text.lines) {
      ui.canvas().words(line, theme.body, row.enabled ? theme.text : theme.disabled, words);
      line.y += pitch;
    }
  }
  return text.shortened;
}

/// Label and value beside each other, or one over the other when they do not fit. True when one ends in dots.
static bool draw_words(Ui& ui, const Rect& inner, const Row& row, bool draw) {
  const auto& theme = ui.theme();
  auto& canvas = ui.canvas();
  const float text_width = canvas.glyphs().width(theme.body, row.text);
  const float value_width = canvas.glyphs().width(theme.body, row.value);
  const bool fits = row.value.empty() || text_width + value_width + ui.mm(4) <= inner.width;
  if (!row.detail.empty() || !fits) {
    return draw_two_lines(ui, inner, row, row.detail.empty() ? row.value : row.detail, draw);
  }
  if (row.value.empty() && text_width > inner.width) return draw_long_label(ui, inner, row, draw);
  const auto text = shorten(canvas.glyphs(), theme.body, row.text, inner.width);
  const Colour ink = row.enabled ? theme.text : theme.disabled;
  const Colour value_colour = row.alert ? theme.error : row.enabled ? theme.secondary : theme.disabled;
  if (draw) canvas.words(inner, theme.body, ink, text.lines.front());
  if (draw) canvas.words(inner, theme.body, value_colour, row.value, Align::right);
  return text.shortened;
}

static const char* role_of(const Row& row) {
  if (row.end == Row::End::on_off) return "switch";
  if (row.end == Row::End::radio) return "radio";
  return "row";
}

bool row(Ui& ui, const Rect& rect, const Row& row) {
  const auto& theme = ui.theme();
  Rect inner = inset(rect, theme.margin, 0);
  const bool draw = ui.is_in_sight(rect);
  Widget widget{.role = role_of(row),
                .id = row.id,
                .text = row.text,
                .value = row.value,
                .rect = rect,
                .enabled = row.enabled,
                .selected = row.on,
                .pressable = row.end != Row::End::nothing};
  Rect words = inner;
  if (row.icon || row.signal > 0) cut_left(words, ui.mm(8));
  cut_right(words, end_width(ui, row));
  widget.shortened = draw_words(ui, words, row, false);
  const auto reaction = ui.open(widget);
  if (!row.detail.empty()) ui.add({.role = "text", .id = "detail", .text = row.detail, .rect = words});
  ui.close();
  if (!draw) return reaction.tapped;
  if (row.card) ui.canvas().shadow(rect, theme.shadow, theme.radius, ui.mm(0.6));
  ui.face(rect, theme.surface, theme.pressed, row.card ? theme.radius : 0, reaction);
  if (!row.card) {
    const float y = rect.y + rect.height - 0.5f;
    ui.canvas().line(rect.x + theme.margin, y, rect.x + rect.width, y, theme.divider, 1);
  }
  if (row.icon) {
    const Rect at = cut_left(inner, ui.mm(8));
    const Colour colour = row.icon_colour.rgba == 0 ? theme.accent : row.icon_colour;
    ui.canvas().icon(at.x + ui.mm(3), at.y + at.height / 2, theme.icon, row.enabled ? colour : theme.disabled,
                     row.icon);
  }
  if (row.signal > 0) draw_signal(ui, cut_left(inner, ui.mm(8)), row);
  draw_end(ui, inner, row);
  draw_words(ui, words, row, true);
  return reaction.tapped;
}

}  // namespace paneltwin::panel
