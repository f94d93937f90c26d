// The on-screen keyboard: types into a TextEdit, as the host's keyboard does.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "panel/ui/keyboard_layout.hpp"
#include "panel/ui/text_edit.hpp"
#include "panel/ui/ui.hpp"

namespace paneltwin::panel {

/// `phone` has the ten keys of a telephone instead of letters.
enum class EntryKind { text, email, password, number, phone };

/// What the keys are called: drawn on OK and space, for whoever asks on those that show a sign.
struct KeyWords {
  std::string ok, space, shift, backspace, left, right;
};

class Keyboard {
 public:
  explicit Keyboard(EntryKind kind) : kind_(kind), symbols_(kind == EntryKind::number) {}
  /// How much of the glass it wants, at the bottom.
  [[nodiscard]] static float height(const Ui& ui);
  /// Draws the keys over `area` and does what was tapped or typed. True when OK was; `may_ok` is asked with the text as
  /// it is then.
  bool show(Ui& ui, const Rect& area, std::string_view layout, TextEdit& edit, const std::function<bool()>& may_ok,
            const KeyWords& words);

 private:
  enum class Shift { off, once, caps };
  void take_host_keys(Ui& ui, TextEdit& edit) const;
  void letter_row(Ui& ui, Rect row, float unit, std::string_view letters, TextEdit& edit);
  void third_row(Ui& ui, Rect row, float unit, std::string_view letters, TextEdit& edit, const KeyWords& words);
  void bottom_row(Ui& ui, Rect row, float unit, TextEdit& edit, const KeyWords& words);
  void letter_key(Ui& ui, const Rect& cell, char letter, TextEdit& edit);

  EntryKind kind_;
  Shift shift_ = Shift::off;
  bool symbols_ = false;
  int symbols_page_ = 0;
};

}  // namespace paneltwin::panel
