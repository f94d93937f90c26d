#include "panel/ui/keyboard.hpp"

#include <cctype>
#include <cmath>

#include "panel/render/icons.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/key_cap.hpp"
#include "panel/ui/row_list.hpp"
#include "panel/ui/ten_key.hpp"

namespace paneltwin::panel {

static constexpr float columns = 10;

static float row_height(const Ui& ui) { return std::round(is_roomy(ui) ? ui.mm(11) : ui.theme().touch); }

float Keyboard::height(const Ui& ui) {
  const float rows = is_roomy(ui) ? 5 : 4;  // a roomy one has digits over the letters
  return rows * row_height(ui) + ui.mm(1);
}

void Keyboard::take_host_keys(Ui& ui, TextEdit& edit) const {
  ui.edits_text();
  edit.insert(ui.hands().typed());
  for (const auto& [key, _] : ui.hands().keys()) {
    if (key == "Backspace") edit.backspace();
    if (key == "Delete") edit.erase();
    if (key == "ArrowLeft") edit.left();
    if (key == "ArrowRight") edit.right();
  }
}

bool Keyboard::show(Ui& ui, const Rect& area, std::string_view layout, TextEdit& edit,
                    const std::function<bool()>& may_ok, const KeyWords& words) {
  take_host_keys(ui, edit);
  ui.canvas().fill(area, ui.theme().board);
  ui.open({.role = "keyboard", .id = "keyboard", .rect = area});
  const float width = std::min(area.width, ui.mm(165));
  Rect keys = centred(area, width, height(ui) - ui.mm(1));
  if (kind_ == EntryKind::phone) {
    const bool done = ten_key(ui, centred(keys, std::min(keys.width, ui.mm(110)), keys.height), edit, may_ok(), words);
    ui.close();
    return done;
  }
  const float unit = keys.width / columns, row = row_height(ui);
  if (is_roomy(ui)) {
    const std::string_view top = symbols_ && symbols_page_ == 1 ? symbols_layout(0).rows[1] : "1234567890";
    letter_row(ui, cut_top(keys, row), unit, top, edit);
  }
  const auto& rows = symbols_ ? symbols_layout(symbols_page_).rows : letters_layout(layout).rows;
  letter_row(ui, cut_top(keys, row), unit, rows[0], edit);
  letter_row(ui, cut_top(keys, row), unit, rows[1], edit);
  third_row(ui, cut_top(keys, row), unit, rows[2], edit, words);
  const Rect ok_cell = cut_right(keys, unit * 2);
  bottom_row(ui, keys, unit, edit, words);
  const bool ok = key_cap(ui, ok_cell, {.id = "ok", .text = words.ok, .main = true, .enabled = may_ok()});
  ui.close();
  return ok;
}

void Keyboard::letter_row(Ui& ui, Rect row, float unit, std::string_view letters, TextEdit& edit) {
  cut_left(row, (columns - static_cast<float>(letters.size())) / 2 * unit);
  for (const char letter : letters) letter_key(ui, cut_left(row, unit), letter, edit);
}

void Keyboard::letter_key(Ui& ui, const Rect& cell, char letter, TextEdit& edit) {
  const bool raised = shift_ != Shift::off && !symbols_;
  const std::string text(1, raised ? static_cast<char>(std::toupper(static_cast<unsigned char>(letter))) : letter);
  if (!key_cap(ui, cell, {.id = std::string("key-") + letter, .text = text})) return;
  edit.insert(text);
  if (shift_ == Shift::once) shift_ = Shift::off;
}

void Keyboard::third_row(Ui& ui, Rect row, float unit, std::string_view letters, TextEdit& edit,
                         const KeyWords& words) {
  const float side = (columns - static_cast<float>(letters.size())) / 2 * unit;
  const Rect first = cut_left(row, side), last = cut_right(row, side);
  if (symbols_) {
    const KeyCap other{.id = "key-shift", .text = symbols_page_ == 0 ? "1/2" : "2/2", .special = true};
    if (key_cap(ui, first, other)) symbols_page_ = 1 - symbols_page_;
  } else {
    const KeyCap shift{.id = "key-shift",
                       .text = words.shift,
                       .icon = shift_ == Shift::caps ? icon::caps : icon::shift,
                       .special = true,
                       .lit = shift_ != Shift::off};
    if (key_cap(ui, first, shift)) shift_ = static_cast<Shift>((static_cast<int>(shift_) + 1) % 3);
  }
  for (const char letter : letters) letter_key(ui, cut_left(row, unit), letter, edit);
  const KeyCap backspace{
      .id = "key-backspace", .text = words.backspace, .icon = icon::backspace, .special = true, .repeats = true};
  if (key_cap(ui, last, backspace)) edit.backspace();
}

void Keyboard::bottom_row(Ui& ui, Rect row, float unit, TextEdit& edit, const KeyWords& words) {
  const KeyCap layer{.id = "key-symbols", .text = symbols_ ? "ABC" : "?123", .special = true};
  if (key_cap(ui, cut_left(row, unit * 1.5f), layer)) symbols_ = !symbols_;
  const auto letter = [&](char c, float width) { letter_key(ui, cut_left(row, unit * width), c, edit); };
  if (key_cap(
          ui, cut_right(row, unit),
          {.id = "key-right", .text = words.right, .icon = icon::chevron_right, .special = true, .repeats = true})) {
    edit.right();
  }
  if (key_cap(ui, cut_right(row, unit),
              {.id = "key-left", .text = words.left, .icon = icon::chevron_left, .special = true, .repeats = true})) {
    edit.left();
  }
  if (kind_ == EntryKind::email) {
    for (const char c : std::string_view("@._-")) letter(c, 4.5f / 4);
    return;
  }
  if (key_cap(ui, cut_left(row, unit * 3.5f), {.id = "key-space", .text = words.space})) edit.insert(" ");
  letter('.', 1);
}

}  // namespace paneltwin::panel
