// The touch widgets. Each draws itself in its rectangle, puts its node into the tree, and answers whether it was
// tapped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "panel/ui/ui.hpp"

namespace paneltwin::panel {

/// How words look.
struct TextLook {
  FontStyle style;
  Colour colour;
  Align align = Align::left;
};

/// One line; ends in dots when it does not fit.
void label(Ui& ui, const Rect& rect, const std::string& id, const std::string& text, const TextLook& look);
/// Lines from the top of `rect`, as many as fit its height. Returns the height used.
float paragraph(Ui& ui, const Rect& rect, const std::string& id, const std::string& text, const TextLook& look);
/// The height that paragraph() needs for all of `text`.
float paragraph_height(Ui& ui, const std::string& text, FontStyle style, float width);
/// The least width up to `width` in which `text` has no more lines: they are about as long as each other then.
float balanced_width(Ui& ui, const std::string& text, FontStyle style, float width);

struct Button {
  std::string id, text;
  bool primary = false;
  bool enabled = true;
  char32_t icon = 0;
  bool starts = false;  // wears the diamond of the start key
  bool leaves = false, is_default = false;
};
bool button(Ui& ui, const Rect& rect, const Button& button);
/// How wide a button wants to be.
float button_width(Ui& ui, const Button& button);

struct IconButton {
  std::string id, text;  // `text` names it in the tree
  char32_t icon = 0;
  std::string value;     // its state, in words, in the tree
  int badge = 0;         // a count in its corner; 0 shows none
  bool alert = false;    // an error's mark in its corner
  bool caption = false;  // the text stands under the icon
  bool leaves = false, enabled = true, selected = false;
};
bool icon_button(Ui& ui, const Rect& rect, const IconButton& button);

struct Tile {
  std::string id, text;
  char32_t icon = 0;
  bool locked = false;
};
Reaction tile(Ui& ui, const Rect& rect, const Tile& tile);

struct Row {
  enum class End { nothing, chevron, on_off, radio, add, remove };
  std::string id, text, value;
  std::string detail;  // a second line, small
  char32_t icon = 0;
  Colour icon_colour{0};  // accent when it has no alpha
  int signal = 0;         // bars of four that stand in the icon's place
  bool guarded = false;   // a small lock beside the bars: it asks for a password
  End end = End::chevron;
  bool on = false;     // of a switch or radio row
  bool alert = false;  // its value tells an error
  bool locked = false;
  bool enabled = true;
  bool card = false;  // stands alone, with round corners, instead of in a list
};
/// Pressable, unless its end is nothing.
bool row(Ui& ui, const Rect& rect, const Row& row);

/// A label and its value, to read; either goes on in a second line rather than being cut.
struct Fact {
  std::string id, text, value;
  bool alert = false;  // the value tells an error
  bool card = false;   // stands on a card that is drawn already
  bool last = false;   // nothing comes under it there
};
void fact(Ui& ui, const Rect& rect, const Fact& fact);
/// The height that fact() needs.
float fact_height(Ui& ui, const Fact& fact, float width);

/// A value from `least` to `most` in steps, between a minus and a plus key. Returns the value that it has from now.
struct Stepper {
  std::string id, text;
  int value = 0, most = 10, least = 0, step = 1;
  bool card = false;  // as Row has it
};
int stepper(Ui& ui, const Rect& rect, const Stepper& stepper);

struct Tab {
  std::string id, text;
};
/// Returns the index of the tab that is on from now.
std::size_t tabs(Ui& ui, const Rect& rect, const std::vector<Tab>& tabs, std::size_t on);

/// A field with its text, tapped to edit; `hint` stands in it while it is empty.
struct Field {
  std::string id, text, value, hint;
  char32_t icon = 0;
};
bool field(Ui& ui, const Rect& rect, const Field& field);

/// `share` 0 to 1; less than 0 runs to and fro.
void progress(Ui& ui, const Rect& rect, const std::string& id, double share);

/// A stripe that says something in passing, at the top of `area`.
void toast(Ui& ui, const Rect& area, const std::string& text);
/// Where one is among `pages`; nothing is shown for one page.
void page_dots(Ui& ui, const Rect& rect, std::size_t pages, std::size_t on);

}  // namespace paneltwin::panel
