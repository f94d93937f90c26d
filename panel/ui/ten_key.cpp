#include "panel/ui/ten_key.hpp"

#include <string>
#include <string_view>

#include "panel/render/icons.hpp"
#include "panel/ui/box.hpp"
#include "panel/ui/key_cap.hpp"

namespace paneltwin::panel {

static constexpr std::string_view rows[] = {"123", "456", "789", "*0#"};

static void sign_key(Ui& ui, const Rect& cell, char sign, TextEdit& edit, bool special) {
  const std::string text(1, sign);
  if (key_cap(ui, cell, {.id = "key-" + text, .text = text, .special = special})) edit.insert(text);
}

bool ten_key(Ui& ui, Rect area, TextEdit& edit, bool may_ok, const KeyWords& words) {
  const float row = area.height / std::size(rows), unit = area.width / 5;
  Rect side = cut_right(area, unit * 2);
  for (const auto signs : rows) {
    Rect line = cut_top(area, row);
    for (const char sign : signs) sign_key(ui, cut_left(line, unit), sign, edit, false);
  }
  const KeyCap backspace{
      .id = "key-backspace", .text = words.backspace, .icon = icon::backspace, .special = true, .repeats = true};
  if (key_cap(ui, cut_top(side, row), backspace)) edit.backspace();
  Rect moves = cut_top(side, row), signs = cut_top(side, row);
  if (key_cap(ui, cut_left(moves, unit),
              {.id = "key-left", .text = words.left, .icon = icon::chevron_left, .special = true, .repeats = true})) {
    edit.left();
  }
  if (key_cap(
          ui, moves,
          {.id = "key-right", .text = words.right, .icon = icon::chevron_right, .special = true, .repeats = true})) {
    edit.right();
  }
  sign_key(ui, cut_left(signs, unit), '+', edit, true);
  sign_key(ui, signs, '-', edit, true);
  return key_cap(ui, side, {.id = "ok", .text = words.ok, .main = true, .enabled = may_ok});
}

}  // namespace paneltwin::panel
